import { z } from 'zod';
import type { InvalidPlace } from '../../services/refusal.ts';
import { Answers, Weights } from './answers.ts';
import { extensibleEnum, list, partId, sentText, Verdict, version } from './bounded.ts';
import { Revision, time } from './identifiers.ts';

export const Subject = z
  .object({
    ref: z.string().max(256).describe("Identifies it in the caller's world, e.g. a catalogue reference."),
    name: z.string().max(256).describe('What people call it; its `ref` unless a name was given.'),
    tags: list(z.string().max(64).describe('A word to find it by.'), 20, 'Words to find it by.'),
  })
  .meta({ id: 'Subject', description: 'What an assessment is about.' });

const RecommendationGlance = z
  .object({
    id: z.uuid().describe('The id of the recommendation.'),
    recommended: partId('The alternative it names; absent when there is none.').exactOptional(),
    verdict: Verdict,
    createdAt: time('When it was recorded.'),
  })
  .meta({ id: 'RecommendationGlance', description: 'A recommendation in brief.' });

export const Assessment = z
  .object({
    id: z.uuid().describe('The id of the assessment.'),
    subject: Subject,
    model: partId('The decision model it is pinned to.'),
    version: version('The version it is pinned to.'),
    answers: Answers,
    weights: Weights,
    revision: Revision.describe('Grows by one with every change; the `ETag` is made of it.'),
    createdAt: time('When it was created.'),
    updatedAt: time('When it was changed last.'),
    latestRecommendation: RecommendationGlance.exactOptional(),
  })
  .meta({ id: 'Assessment', description: "One subject's answers over time." });

const LeftOut = z
  .object({
    pointer: sentText('JSON Pointer (RFC 6901) into the older assessment.'),
    code: extensibleEnum(['unknown-question', 'retired-question'], 'What does not fit, in a stable word.'),
    message: sentText('What does not fit and what would.'),
  })
  .meta({
    id: 'LeftOut',
    description: 'A reason why an answer or a weight was not carried over.',
  }) satisfies z.ZodType<InvalidPlace>;

const CarriedOver = z
  .object({
    from: z.uuid().describe('The id of the older assessment, which stays as it was.'),
    revision: Revision.describe('The revision that it had.'),
    model: partId('The decision model that it is pinned to.'),
    version: version('The version that it is pinned to.'),
    left: list(LeftOut, 1_000, 'What no longer fits and was left out; empty when everything fits.'),
  })
  .meta({ id: 'CarriedOver', description: 'Where answers and weights come from, and what of them was left out.' });

export const CreatedAssessment = z
  .object({
    ...Assessment.shape,
    carriedOver: CarriedOver.exactOptional(),
    token: z
      .string()
      .max(2_000)
      .describe('Opens this assessment, and nothing else, for 30 days, as a bearer token; only where an embed key created it.')
      .exactOptional(),
  })
  .meta({ id: 'CreatedAssessment', description: 'An assessment, with what is told at its creation only.' });

export const next = z.string().max(500).describe('The `cursor` of the next page; absent on the last one.').exactOptional();

export const AssessmentList = z
  .object({ items: list(Assessment, 100, 'Newest first.'), next })
  .meta({ id: 'AssessmentList', description: 'A page of assessments.' });
