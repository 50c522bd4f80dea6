import { JSON_BODY, NOT_MODIFIED, type Operation, type Representation } from '../operation.ts';
import { Badge } from '../schemas/badge.ts';
import {
  AssessmentPath,
  BadgeQuery,
  NoQuery,
  PageQuery,
  RecommendationPath,
  RecommendationsQuery,
  RecordingHeaders,
  RecordQuery,
} from '../schemas/parameters.ts';
import { NewRecommendation, Recommendation, RecommendationList, Verification } from '../schemas/recommendation.ts';

const tag = 'Recommendations';

/** What people read and keep. */
const RECORD_FORMATS = {
  markdown: { mediaType: 'text/markdown', description: 'A decision record in the form of MADR 4.0.' },
  html: { mediaType: 'text/html', description: 'A page without script that needs nothing else, for screen and print.' },
  svg: { mediaType: 'image/svg+xml', description: 'The scores with their ranges as an image.' },
} as const satisfies Record<string, Representation>;

/** Evaluations that are kept. */
export const recommendationOperations = {
  recordRecommendation: {
    method: 'post',
    path: '/v1/assessments/{id}/recommendations',
    tag,
    summary: 'Record a recommendation',
    description:
      'Evaluates the present answers in full and keeps the result, which never changes. With an `id` or an `Idempotency-Key` the request may be sent again safely.',
    access: { permission: 'assessments:write', guests: ['assessment-token'] },
    caching: 'private',
    params: AssessmentPath,
    query: NoQuery,
    headers: RecordingHeaders,
    body: {
      schema: NewRecommendation,
      mediaTypes: JSON_BODY,
      optional: true,
      examples: {
        plain: { summary: 'Whatever the revision', value: {} },
        revision: { summary: 'Only if nobody changed the answers', value: { revision: 1 } },
      },
    },
    replies: {
      201: {
        description: 'Recorded, now or before.',
        body: Recommendation,
        verbatim: true,
        headers: ['Location', 'ETag', 'Idempotent-Replayed'],
      },
    },
    refusals: [
      'assessment-not-found',
      'model-not-found',
      'answers-invalid',
      'weights-invalid',
      'id-taken',
      'idempotency-key-reused',
      'revision-stale',
      'store-unavailable',
    ],
  },
  listAssessmentRecommendations: {
    method: 'get',
    path: '/v1/assessments/{id}/recommendations',
    tag,
    summary: 'List the recommendations of an assessment',
    description: 'Newest first, in pages.',
    access: { permission: 'assessments:read', guests: ['assessment-token'] },
    caching: 'private',
    params: AssessmentPath,
    query: PageQuery,
    replies: { 200: { description: 'A page of recommendations.', body: RecommendationList, verbatim: true, headers: ['Link'] } },
    refusals: ['assessment-not-found', 'store-unavailable'],
  },
  listRecommendations: {
    method: 'get',
    path: '/v1/recommendations',
    tag,
    summary: 'List recommendations',
    description: 'Newest first, in pages, whatever the assessment.',
    access: { permission: 'assessments:read' },
    caching: 'private',
    query: RecommendationsQuery,
    replies: { 200: { description: 'A page of recommendations.', body: RecommendationList, verbatim: true, headers: ['Link'] } },
    refusals: ['store-unavailable'],
  },
  getBadge: {
    method: 'get',
    path: '/v1/badge.svg',
    tag,
    summary: 'Show what was decided as a badge',
    description:
      'A small image for a README or a catalogue page: what the latest recommendation for a subject says, and how sure it is. ' +
      'A subject without a recommendation has a badge, too; it says so.',
    access: { permission: 'assessments:read' },
    caching: 'private',
    query: BadgeQuery,
    replies: {
      200: {
        description: 'The badge.',
        body: Badge,
        mediaTypes: ['image/svg+xml'],
        verbatim: true,
        headers: ['ETag', 'Content-Security-Policy', 'Cross-Origin-Resource-Policy'],
      },
      304: NOT_MODIFIED,
    },
    refusals: ['store-unavailable'],
  },
  getRecommendation: {
    method: 'get',
    path: '/v1/recommendations/{id}',
    tag,
    summary: 'Read a recommendation',
    description:
      'As JSON: the bytes that were sent when it was recorded. For people: a decision record in Markdown, a page that prints on ' +
      'two sides of A4, or the chart of the scores; `Accept` or `format` chooses.',
    access: { permission: 'assessments:read', guests: ['assessment-token'] },
    caching: 'private',
    params: RecommendationPath,
    query: RecordQuery,
    replies: {
      200: {
        description: 'The recommendation.',
        body: Recommendation,
        verbatim: true,
        also: RECORD_FORMATS,
        headers: ['ETag', 'Content-Security-Policy', 'Cross-Origin-Resource-Policy', 'Content-Disposition'],
      },
      304: NOT_MODIFIED,
    },
    refusals: ['recommendation-not-found', 'store-unavailable'],
  },
  verifyRecommendation: {
    method: 'post',
    path: '/v1/recommendations/{id}/verify',
    tag,
    summary: 'Verify a recommendation',
    description:
      'Recomputes it from its stored answers and weights with the model kept beside it, and names every place that differs.',
    access: { permission: 'assessments:read' },
    caching: 'never',
    params: RecommendationPath,
    query: NoQuery,
    replies: { 200: { description: 'What recomputing showed.', body: Verification } },
    refusals: ['recommendation-not-found', 'store-unavailable'],
  },
} as const satisfies Record<string, Operation>;
