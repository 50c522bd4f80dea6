import { z } from 'zod';
import { AUDIT_ACTIONS } from '../../services/audit/audit-entry.ts';
import { DELIVERY_STATUSES } from '../../services/webhooks/delivery.ts';
import { line, SemanticVersion, slug, time, uuid } from './identifiers.ts';

export const ModelPath = z.strictObject({ model: slug('The id of a decision model.') });

export const ModelVersionPath = z.strictObject({
  model: slug('The id of a decision model.'),
  version: SemanticVersion,
});

export const AssessmentPath = z.strictObject({ id: uuid('The id of an assessment.') });

export const RecommendationPath = z.strictObject({ id: uuid('The id of a recommendation.') });

export const ApiKeyPath = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9A-Za-z]{10}$/, { error: 'Send the ten letters and digits between the underscores of the key.' })
    .meta({ description: 'The id of an API key.', maxLength: 10, example: '4fT9wLk2Qz' }),
});

export const WebhookPath = z.strictObject({ id: uuid('The id of a webhook.') });

export const DeliveryPath = z.strictObject({
  id: uuid('The id of a webhook.'),
  delivery: uuid('The id of what it was told: its `webhook-id`.'),
});

export const QuestionnaireQuery = z.strictObject({
  depth: z.enum(['core', 'full']).default('full').describe('`core` asks the quick questions only, `full` all of them.'),
  version: SemanticVersion.describe('The version of the model; the latest when left out.').exactOptional(),
});

const explain = z
  .enum(['none', 'summary', 'full'])
  .describe(
    'How much is explained: `none` carries the outcome only, `summary` the main reasons, `full` everything. A batch has `none` when it is left out.',
  );

export const ExplainQuery = z.strictObject({ explain: explain.default('full') });

export const BatchExplainQuery = z.strictObject({ explain: explain.default('none') });

/** A whole number in a query string, checked as text first so that `1e2`, ` 7` or an empty value are refused. */
function wholeNumber({ min, max }: { readonly min: number; readonly max: number }) {
  const error = `Send a whole number from ${min} to ${max}.`;
  const inDigits = (text: string) => /^\d{1,10}$/.test(text);
  return z
    .string()
    .refine(inDigits, { error, params: { code: 'invalid-format' } })
    .transform(Number)
    .pipe(z.int().min(min, { error }).max(max, { error }));
}

const paging = {
  limit: wholeNumber({ min: 1, max: 100 })
    .meta({ description: 'The most items to send.', override: { type: 'integer', minimum: 1, maximum: 100, default: 25 } })
    .default(25),
  cursor: z.string().min(1).max(500).describe('The `next` of the page before, with the same filters.').exactOptional(),
};

/** The twin of `Accept` for callers that cannot set it, and for links; it wins over `Accept`. */
function format<const Formats extends readonly ['json', ...string[]]>(formats: Formats) {
  return z.enum(formats).describe('What to read it as; the twin of `Accept`, over which it wins.').exactOptional();
}

export const RecordQuery = z.strictObject({ format: format(['json', 'markdown', 'html', 'svg']) });

export const AssessmentsQuery = z.strictObject({
  subject: line(256, 'Only assessments of the subject with this `ref`.').exactOptional(),
  tag: line(64, 'Only assessments whose subject carries this tag.').exactOptional(),
  recommended: slug(
    'Only those whose latest recommendation names this alternative; `none` for no recommendation.',
  ).exactOptional(),
  text: line(200, "Only those with this text in the subject's ref, name or tags, whatever its case.").exactOptional(),
  format: format(['json', 'csv']),
  ...paging,
});

export const PageQuery = z.strictObject(paging);

export const RecommendationsQuery = z.strictObject({
  subject: line(256, 'Only recommendations for the subject with this `ref`.').exactOptional(),
  model: slug('Only recommendations that were made with this decision model.').exactOptional(),
  ...paging,
});

export const BadgeQuery = z.strictObject({
  subject: line(256, 'The `ref` of the subject whose latest recommendation counts.').meta({
    example: 'component:default/payments',
  }),
  model: slug('The id of the decision model; `delivery-approach` when left out.').default('delivery-approach'),
  label: line(60, 'What stands on the left; the id of the model in words when left out.').exactOptional(),
});

export const AuditQuery = z.strictObject({
  resource: line(64, 'Only what was done to the resource with this id.').exactOptional(),
  assessment: uuid('Only what concerns this assessment, its recommendations included.').exactOptional(),
  actor: line(256, 'Only what was done by the actor with this id.').exactOptional(),
  action: z.enum(AUDIT_ACTIONS).describe('Only this.').exactOptional(),
  from: time('Only from this moment on.').exactOptional(),
  to: time('Only before this moment.').exactOptional(),
  ...paging,
});

export const DeliveriesQuery = z.strictObject({
  status: z.enum(DELIVERY_STATUSES).describe('Only deliveries of this status.').exactOptional(),
  ...paging,
});

export const RevisionQuery = z.strictObject({
  revision: wholeNumber({ min: 1, max: 2_147_483_647 })
    .meta({
      description: 'The revision to delete; the twin of `If-Match` for callers that cannot set headers.',
      override: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
    })
    .exactOptional(),
});

/** For operations that take no query parameters. */
export const NoQuery = z.strictObject({});

// The quotes are escaped because generators write patterns between quotes.
const ENTITY_TAGS = /^\s*(\*|(W\/)?\x22[\x21\x23-\x7e]*\x22(\s*,\s*(W\/)?\x22[\x21\x23-\x7e]*\x22)*)\s*$/;

const IfMatch = z
  .string()
  .max(200)
  .regex(ENTITY_TAGS, { error: 'Send the ETag as it was received, quotes included, or *.' })
  .meta({
    description: 'The `ETag` of the state the request is based on; `*` accepts whichever state is current.',
    example: '"3"',
  });

const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,255}$/, { error: 'Send 8 to 255 visible ASCII characters.' })
  .meta({
    maxLength: 255,
    description: 'Makes sending the same request again safe: it is carried out once, and repeated replies say so.',
    example: '7f9c2ba4-e88f-4a4e-9c1b-0d6f3b1c2a55',
  });

export const IdempotencyHeaders = z.object({ 'Idempotency-Key': IdempotencyKey.exactOptional() });

export const PreconditionHeaders = z.object({ 'If-Match': IfMatch.exactOptional() });

export const RecordingHeaders = z.object({
  'Idempotency-Key': IdempotencyKey.exactOptional(),
  'If-Match': IfMatch.exactOptional(),
});

export const LanguageHeaders = z.object({
  'Accept-Language': z.string().max(500).describe('Preferred languages of the texts (RFC 9110 §12.5.4).').exactOptional(),
});
