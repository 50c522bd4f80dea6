import { z } from 'zod';
import { partId, Verdict, version } from './bounded.ts';
import { Revision, time } from './identifiers.ts';

const link = z.string().max(2_000);
const ofAssessment = link.describe('Where the assessment is; relative where the service does not know its public address.');

const SubjectReference = z
  .object({ ref: z.string().max(256).describe("Identifies it in the caller's world, e.g. a catalogue reference.") })
  .meta({ id: 'SubjectReference', description: 'What an assessment is about.' });

const about = {
  assessmentId: z.uuid().describe('The assessment that is concerned.'),
  subject: SubjectReference,
  model: partId('The decision model it is pinned to.'),
  version: version('The version it is pinned to.'),
};

const RecommendationLinks = z
  .object({ assessment: ofAssessment, recommendation: link.describe('Where the recommendation is.') })
  .meta({ id: 'RecommendationLinks', description: 'Where to read more.' });

const RecommendationNotice = z
  .object({
    ...about,
    recommendationId: z.uuid().describe('The recommendation.'),
    recommended: partId('The alternative that is recommended; absent when there is none.').exactOptional(),
    verdict: Verdict.describe('How firm it is.'),
    links: RecommendationLinks,
  })
  .meta({ id: 'RecommendationNotice', description: 'What is told of a recommendation.' });

const AssessmentLinks = z
  .object({ assessment: ofAssessment })
  .meta({ id: 'AssessmentLinks', description: 'Where to read more.' });

const AssessmentNotice = z
  .object({ ...about, revision: Revision.describe('The new revision; 1 when it was created.'), links: AssessmentLinks })
  .meta({ id: 'AssessmentNotice', description: 'What is told of an assessment.' });

const WebhookLinks = z
  .object({ webhook: link.describe('Where the webhook is.') })
  .meta({ id: 'WebhookLinks', description: 'Where to read more.' });

const WebhookNotice = z
  .object({ webhookId: z.uuid().describe('The webhook that is tried out.'), links: WebhookLinks })
  .meta({ id: 'WebhookNotice', description: 'What is told when a webhook is tried out.' });

const timestamp = time('When it happened; that is earlier than `Webhook-Timestamp`, when it is sent.');

export const RecommendationRecorded = z
  .object({
    type: z.literal('recommendation.recorded').describe('What happened.'),
    timestamp,
    data: RecommendationNotice,
  })
  .meta({ id: 'RecommendationRecorded', description: 'A recommendation was recorded.' });

export const AssessmentUpdated = z
  .object({ type: z.literal('assessment.updated').describe('What happened.'), timestamp, data: AssessmentNotice })
  .meta({ id: 'AssessmentUpdated', description: 'An assessment was created or changed.' });

export const WebhookTested = z
  .object({ type: z.literal('webhook.test').describe('What happened.'), timestamp, data: WebhookNotice })
  .meta({ id: 'WebhookTested', description: 'Somebody tries the webhook out.' });

export const WebhookHeaders = z.object({
  'Webhook-Id': z
    .uuid()
    .describe('The event: the same however often it is sent, so that whoever has had it already can leave it at that.'),
  'Webhook-Timestamp': z
    .string()
    .max(20)
    .describe('When this request is sent, in whole seconds since 1970. Refuse what is older than five minutes.')
    .meta({ example: '1796040000' }),
  'Webhook-Signature': z
    .string()
    .max(200)
    .describe(
      'For each secret that signs, with spaces between them: `v1,` and base64 of the HMAC-SHA-256 of id, timestamp and body, with ' +
        'dots between them.',
    )
    .meta({ example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=' }),
});
