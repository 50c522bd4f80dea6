import { JSON_BODY, type Operation } from '../operation.ts';
import { CompareRequest, Comparison } from '../schemas/comparison.ts';
import { Evaluation } from '../schemas/evaluation.ts';
import { EvaluationRequest, isPlainEvaluationRequest } from '../schemas/evaluation-request.ts';
import { NextQuestions, NextRequest } from '../schemas/next.ts';
import { BatchExplainQuery, ExplainQuery, ModelPath, NoQuery } from '../schemas/parameters.ts';

/** Working with answers without storing anything. */
export const evaluationOperations = {
  evaluateAnswers: {
    method: 'post',
    path: '/v1/models/{model}/evaluate',
    tag: 'Evaluations',
    summary: 'Evaluate answers without storing anything',
    description: `The same model, answers and weights give the same evaluation to the last digit.

Many at once: send one such body a line as \`application/x-ndjson\`, and as many evaluations come back, a line each, in the
same order, while you are still sending. A line may have 64 KiB, the batch has no limit. Blank lines are skipped. A line that
cannot be evaluated is answered with its number and a problem, as \`{"line": 3, "problem": {…}}\`, and the rest goes on. Read
while you send: who does not take the reply is not read any further.`,
    access: { permission: 'evaluations:run', guests: ['assessment-token'] },
    caching: 'never',
    params: ModelPath,
    query: ExplainQuery,
    body: {
      schema: EvaluationRequest,
      isPlain: isPlainEvaluationRequest,
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
    batch: {
      query: BatchExplainQuery,
      examples: {
        services: {
          summary: 'Two services at once',
          lines: [
            { answers: { targets: ['kubernetes'], 'drift-pain': 5 } },
            { answers: { targets: ['mobile-stores'] }, weights: { rollback: 5 } },
          ],
        },
      },
    },
    replies: { 200: { description: 'The evaluation.', body: Evaluation } },
    refusals: ['model-not-found', 'answers-invalid', 'weights-invalid'],
  },
  findNextQuestions: {
    method: 'post',
    path: '/v1/models/{model}/next',
    tag: 'Evaluations',
    summary: 'Find the questions to ask next',
    description:
      'The open questions that can move the lead between the two leading alternatives furthest. Asking may go on after the result is decided.',
    access: { permission: 'evaluations:run', guests: ['assessment-token'] },
    caching: 'never',
    params: ModelPath,
    query: NoQuery,
    body: {
      schema: NextRequest,
      mediaTypes: JSON_BODY,
      examples: {
        beginning: { summary: 'After the first answer', value: { answers: { targets: ['kubernetes'] }, count: 3 } },
      },
    },
    replies: { 200: { description: 'What to ask next.', body: NextQuestions } },
    refusals: ['model-not-found', 'answers-invalid', 'weights-invalid'],
  },
  compareScenarios: {
    method: 'post',
    path: '/v1/models/{model}/compare',
    tag: 'Evaluations',
    summary: 'Set scenarios beside a base',
    description:
      'Each scenario names what is different from the base: answers and weights are replaced one by one, `{"remove": true}` takes one back; another version of the model may be named.',
    access: { permission: 'evaluations:run' },
    caching: 'never',
    params: ModelPath,
    query: NoQuery,
    body: {
      schema: CompareRequest,
      mediaTypes: JSON_BODY,
      examples: {
        drift: {
          summary: 'What if systems drifted more, or rollback mattered more',
          value: {
            base: { answers: { targets: ['kubernetes'], 'drift-pain': 2, 'after-merge': 'several-gates' } },
            scenarios: [
              { name: 'More drift', answers: { 'drift-pain': 5 } },
              { name: 'Rollback first', weights: { rollback: 10 } },
            ],
          },
        },
      },
    },
    replies: { 200: { description: 'The base and the scenarios.', body: Comparison } },
    refusals: ['model-not-found', 'answers-invalid', 'weights-invalid'],
  },
} as const satisfies Record<string, Operation>;
