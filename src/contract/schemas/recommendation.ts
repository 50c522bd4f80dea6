import { z } from 'zod';
import type { RecommendationDocument } from '../../services/recommendations/recommendation-document.ts';
import type { Verification as DomainVerification } from '../../services/recommendations/verification.ts';
import { Answers, Weights } from './answers.ts';
import { next, Subject } from './assessment.ts';
import { list, sentText } from './bounded.ts';
import { Evaluation } from './evaluation.ts';
import { Revision, time, uuid } from './identifiers.ts';

export const NewRecommendation = z
  .strictObject({
    id: uuid('An id of your own choice; the twin of `Idempotency-Key` for callers that cannot set headers.').exactOptional(),
    revision: Revision.describe('Record only if this revision is current; the twin of `If-Match`.').exactOptional(),
  })
  .meta({ id: 'NewRecommendation', description: "Records the evaluation of the assessment's present answers." });

/** A recorded evaluation: every read sends exactly the same bytes. */
export const Recommendation = z
  .object({
    id: z.uuid().describe('The id of the recommendation.'),
    assessmentId: z.uuid().describe('The assessment it was recorded for.'),
    subject: Subject,
    createdAt: time('When it was recorded.'),
    answers: Answers,
    weights: Weights,
    evaluation: Evaluation,
  })
  .meta({
    id: 'Recommendation',
    description: 'A recorded evaluation; it never changes.',
  }) satisfies z.ZodType<RecommendationDocument>;

export const RecommendationList = z
  .object({ items: list(Recommendation, 100, 'Newest first.'), next })
  .meta({ id: 'RecommendationList', description: 'A page of recommendations.' });

const Difference = z
  .object({
    path: sentText('JSON Pointer into the recommendation, `` for the whole.'),
    stored: z.unknown().describe('What is stored; absent when nothing is.').optional(),
    recomputed: z.unknown().describe('What the stored inputs give today; absent when nothing.').optional(),
  })
  .meta({ id: 'Difference', description: 'A place where the record and its recomputation differ.' });

export const Verification = z
  .object({
    reproducible: z.boolean().describe('Whether the stored inputs give the stored evaluation, to the last digit.'),
    differences: list(Difference, 1_000_000, 'Every place that differs.'),
  })
  .meta({ id: 'Verification', description: 'What recomputing a recommendation showed.' }) satisfies z.ZodType<DomainVerification>;
