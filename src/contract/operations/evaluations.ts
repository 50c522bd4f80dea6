import { JSON_BODY, type Operation } from '../operation.ts';
import { Evaluation } from '../schemas/evaluation.ts';
import { EvaluationRequest } from '../schemas/evaluation-request.ts';
import { ExplainQuery, ModelPath } from '../schemas/parameters.ts';

/** Working with answers without storing anything. */
export const evaluationOperations = {
  evaluateAnswers: {
    method: 'post',
    path: '/v1/models/{model}/evaluate',
    tag: 'Evaluations',
    summary: 'Evaluate answers without storing anything',
    description: 'The same model, answers and weights give the same evaluation to the last digit.',
    caching: 'never',
    params: ModelPath,
    query: ExplainQuery,
    body: {
      schema: EvaluationRequest,
      mediaTypes: JSON_BODY,
      examples: {
        kubernetes: {
          summary: 'A platform team with many clusters and drift',
          value: {
            answers: { targets: ['kubernetes'], 'runtime-count': 30, 'truth-record': 'git', 'drift-pain': 5 },
            weights: { rollback: 5 },
          },
        },
        mobile: {
          summary: 'A studio that ships to app stores',
          value: { answers: { targets: ['mobile-stores'], 'after-merge': 'several-gates', 'undo-target': 'cannot-recall' } },
        },
      },
    },
    replies: { 200: { description: 'The evaluation.', body: Evaluation } },
    refusals: ['model-not-found', 'answers-invalid', 'weights-invalid'],
  },
} as const satisfies Record<string, Operation>;
