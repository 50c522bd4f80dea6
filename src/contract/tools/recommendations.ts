import { z } from 'zod';
import { Evaluation } from '../schemas/evaluation.ts';
import { line, uuid } from '../schemas/identifiers.ts';
import { NewRecommendation, Recommendation, type RecommendationList, Verification } from '../schemas/recommendation.ts';
import { tool } from '../tool.ts';

const id = uuid('The id of a recommendation.');

/** A record with the outcome of its evaluation; the rest of the evaluation is sent, too, and is in the specification. */
const recorded = Recommendation.extend({
  evaluation: Evaluation.pick({ method: true, outcome: true, alternatives: true }),
});

/** A record in a list: what was decided, for whom and when. */
const Glance = Recommendation.pick({ id: true, assessmentId: true, subject: true, createdAt: true }).extend({
  outcome: Evaluation.shape.outcome,
});

function glanceAt({ id: of, assessmentId, subject, createdAt, evaluation: { outcome } }: z.output<typeof Recommendation>) {
  return { id: of, assessmentId, subject, createdAt, outcome };
}

/** Tools that record recommendations, and read and verify what is recorded. */
export const recommendationTools = {
  record_recommendation: tool({
    operation: 'recordRecommendation',
    title: 'Record a recommendation',
    description:
      'Evaluates the present answers of an assessment and keeps the result for good: nobody can change it, and everybody can verify it. Ask before you do it. With an `id` of your own (UUID of version 7), using it again records nothing twice.',
    effect: 'adds',
    input: z.strictObject({ assessmentId: uuid('The id of the assessment.'), ...NewRecommendation.shape }),
    output: recorded,
    call: ({ assessmentId, ...body }) => ({
      params: { id: assessmentId },
      query: {},
      headers: {},
      body,
      format: 'json',
    }),
  }),
  find_recommendations: tool({
    operation: 'listRecommendations',
    title: 'Find what was decided',
    description:
      'Lists what was recorded for a subject, newest first, with the outcome of each; read_recommendation has the rest. Without a subject: for all of them.',
    effect: 'none',
    input: z.strictObject({
      subject: line(256, 'The `ref` of the subject.').exactOptional(),
      limit: z.int().min(1).max(20).default(5).describe('The most to list.'),
    }),
    output: z.object({ items: z.array(Glance) }),
    call: (query) => ({ params: undefined, query, headers: undefined, body: undefined, format: 'json' }),
    trim: ({ items }: z.output<typeof RecommendationList>) => ({ items: items.map(glanceAt) }),
  }),
  read_recommendation: tool({
    operation: 'getRecommendation',
    title: 'Read a recommendation',
    description: 'Reads what was recorded, as it was recorded: answers, weights, and the whole evaluation.',
    effect: 'none',
    input: z.strictObject({ id }),
    output: recorded,
    call: (params) => ({ params, query: {}, headers: undefined, body: undefined, format: 'json' }),
  }),
  read_decision_record: tool({
    operation: 'getRecommendation',
    title: 'Read a decision record',
    description: 'Writes a recorded recommendation as a decision record in Markdown (MADR 4.0), to be put next to the code.',
    effect: 'none',
    input: z.strictObject({ id }),
    call: (params) => ({ params, query: {}, headers: undefined, body: undefined, format: 'markdown' }),
  }),
  verify_recommendation: tool({
    operation: 'verifyRecommendation',
    title: 'Verify a recommendation',
    description: 'Recomputes a recorded recommendation from what was stored with it, and names every difference.',
    effect: 'none',
    input: z.strictObject({ id }),
    output: z.object(Verification.shape),
    call: (params) => ({ params, query: {}, headers: undefined, body: undefined, format: 'json' }),
  }),
} as const;
