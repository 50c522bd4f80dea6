import { z } from 'zod';
import type { Evaluation as DomainEvaluation } from '../../decision/evaluation/evaluation.ts';
import { ModelList } from '../schemas/decision-model.ts';
import { Evaluation } from '../schemas/evaluation.ts';
import { EvaluationRequest } from '../schemas/evaluation-request.ts';
import { SemanticVersion, slug } from '../schemas/identifiers.ts';
import { NextQuestions, NextRequest } from '../schemas/next.ts';
import { Questionnaire } from '../schemas/questionnaire.ts';
import { tool } from '../tool.ts';

const model = slug('The id of a decision model, as list_models has it.').default('delivery-approach');
const version = SemanticVersion.describe('The version of the model; the latest when left out.').exactOptional();

const ANSWERS =
  'Answers are those of the people you talk to, by question id: leave out what was not asked, and send null for what they do not know. Never guess.';

/** Tools that read models and work with answers, and keep nothing. */
export const evaluationTools = {
  list_models: tool({
    operation: 'listModels',
    title: 'List the decision models',
    description: 'Lists what can be decided here: every decision model with its versions.',
    effect: 'none',
    input: z.strictObject({}),
    output: z.object(ModelList.shape),
    call: () => ({ params: undefined, query: {}, headers: undefined, body: undefined, format: 'json' }),
  }),
  list_questions: tool({
    operation: 'getQuestionnaire',
    title: 'List the questions of a model',
    description:
      'Lists the questions of a decision model with their choices, and what can be recommended. The ids are those that answers have. Ask people in your own words; next_question says which question is worth asking.',
    effect: 'none',
    input: z.strictObject({
      model,
      version,
      depth: z.enum(['core', 'full']).default('core').describe('`core` lists the quick questions only, `full` all of them.'),
    }),
    output: z.object(Questionnaire.shape),
    call: ({ model: id, ...query }) => ({ params: { model: id }, query, headers: {}, body: undefined, format: 'json' }),
  }),
  next_question: tool({
    operation: 'findNextQuestions',
    title: 'Find the question to ask next',
    description: `Finds the open questions that can move the result furthest, and says whether anything can still change it. ${ANSWERS}`,
    effect: 'none',
    input: z.strictObject({ model, ...NextRequest.shape }),
    output: z.object(NextQuestions.shape),
    call: ({ model: id, ...body }) => ({ params: { model: id }, query: {}, headers: undefined, body, format: 'json' }),
  }),
  evaluate: tool({
    operation: 'evaluateAnswers',
    title: 'Evaluate answers',
    description: `Recommends an alternative for the answers so far, with scores, ranges and how sure it is. Keeps nothing. ${ANSWERS}`,
    effect: 'none',
    input: z.strictObject({
      model,
      ...EvaluationRequest.shape,
      explain: z
        .enum(['none', 'summary', 'full'])
        .default('summary')
        .describe('`none` is the outcome only, `summary` has the strongest reasons, `full` everything, which is long.'),
    }),
    output: Evaluation.pick({ method: true, outcome: true, alternatives: true }),
    call: ({ model: id, explain, ...body }) => ({
      params: { model: id },
      query: { explain },
      headers: undefined,
      body,
      format: 'json',
    }),
  }),
  explain: tool({
    operation: 'evaluateAnswers',
    title: 'Explain a recommendation',
    description: `Explains what is recommended for the answers: what speaks for and against it, what would change it, and what to prepare first. ${ANSWERS}`,
    effect: 'none',
    input: z.strictObject({
      model,
      ...EvaluationRequest.shape,
      detail: z
        .enum(['brief', 'full'])
        .default('brief')
        .describe('`brief` is a few sentences, `full` every rule with its points and sources, which is long.'),
    }),
    output: Evaluation.pick({ method: true, outcome: true, alternatives: true, brief: true }),
    call: ({ model: id, detail: _, ...body }) => ({
      params: { model: id },
      query: { explain: 'full' },
      headers: undefined,
      body,
      format: 'json',
    }),
    trim: (evaluation: DomainEvaluation, { detail }) => (detail === 'full' ? evaluation : inBrief(evaluation)),
  }),
} as const;

/** What reads in a minute. */
function inBrief({ method, outcome, alternatives, brief, contradictions, prerequisites }: DomainEvaluation) {
  return { method, outcome, alternatives, brief, contradictions, prerequisites };
}
