import { JSON_BODY, NOT_MODIFIED, type Operation } from '../operation.ts';
import { Assessment, AssessmentList, CreatedAssessment } from '../schemas/assessment.ts';
import { AssessmentChange, NewAssessment } from '../schemas/assessment-requests.ts';
import { AssessmentNextRequest, NextQuestions } from '../schemas/next.ts';
import {
  AssessmentPath,
  AssessmentsQuery,
  IdempotencyHeaders,
  NoQuery,
  PreconditionHeaders,
  RevisionQuery,
} from '../schemas/parameters.ts';

const tag = 'Assessments';

/** Keeping one subject's answers over time. */
export const assessmentOperations = {
  createAssessment: {
    method: 'post',
    path: '/v1/assessments',
    tag,
    summary: 'Create an assessment',
    description:
      'Pins the subject to a model version. With an `id` or an `Idempotency-Key` the request may be sent again safely: it is carried out once. ' +
      'With `from`, the answers and weights of an older assessment of the same model are carried over; those of the request come on top. ' +
      'What does not fit the version any more is left out, and `carriedOver` says why. The older assessment stays as it is; the caller must be allowed to read it (`assessments:read`).',
    access: { permission: 'assessments:write', guests: ['embed-key'] },
    caching: 'private',
    query: NoQuery,
    headers: IdempotencyHeaders,
    body: {
      schema: NewAssessment,
      mediaTypes: JSON_BODY,
      examples: {
        first: {
          summary: 'A service with its first answers',
          value: {
            subject: { ref: 'component:default/payments', name: 'Payments', tags: ['retail'] },
            answers: { targets: ['kubernetes'], 'drift-pain': 4 },
          },
        },
        newer: {
          summary: 'The answers of an older assessment, for the latest version of its model',
          value: { from: '01999f5e-7c1a-7b3e-9c55-3d1f0a7b2c4d' },
        },
      },
    },
    replies: {
      201: {
        description: 'Created, now or before.',
        body: CreatedAssessment,
        headers: ['Location', 'ETag', 'Idempotent-Replayed'],
      },
    },
    refusals: [
      'model-not-found',
      'assessment-not-found',
      'answers-invalid',
      'weights-invalid',
      'id-taken',
      'idempotency-key-reused',
      'store-unavailable',
    ],
  },
  listAssessments: {
    method: 'get',
    path: '/v1/assessments',
    tag,
    summary: 'List assessments',
    description: 'Newest first, in pages. All filters given must match. As CSV, each page has a line of names first.',
    access: { permission: 'assessments:read' },
    caching: 'private',
    query: AssessmentsQuery,
    replies: {
      200: {
        description: 'A page of assessments.',
        body: AssessmentList,
        also: {
          csv: {
            mediaType: 'text/csv',
            description: 'A table (RFC 4180) whose columns are named after the places in the JSON; no cell is a formula.',
          },
        },
        headers: ['Link', 'Content-Disposition'],
      },
    },
    refusals: ['store-unavailable'],
  },
  getAssessment: {
    method: 'get',
    path: '/v1/assessments/{id}',
    tag,
    summary: 'Read an assessment',
    description: 'The present answers. The `ETag` is made of the revision.',
    access: { permission: 'assessments:read', guests: ['assessment-token'] },
    caching: 'private',
    params: AssessmentPath,
    query: NoQuery,
    replies: { 200: { description: 'The assessment.', body: Assessment, headers: ['ETag'] }, 304: NOT_MODIFIED },
    refusals: ['assessment-not-found', 'store-unavailable'],
  },
  changeAssessment: {
    method: 'patch',
    path: '/v1/assessments/{id}',
    tag,
    summary: 'Change an assessment',
    description:
      'Each answer, weight and part of the subject that is named is replaced whole, `{"remove": true}` takes an answer or a weight back, the rest stays. ' +
      'The result is checked as a whole. `If-Match` or `revision` is required; a list of ETags matches any of them. ' +
      'A change that changes nothing makes no new revision. Both media types mean the same: `null` is the answer *unknown*.',
    access: { permission: 'assessments:write', guests: ['assessment-token'] },
    caching: 'private',
    params: AssessmentPath,
    query: NoQuery,
    headers: PreconditionHeaders,
    body: {
      schema: AssessmentChange,
      mediaTypes: ['application/json', 'application/merge-patch+json'],
      examples: {
        answers: {
          summary: 'Replace one answer and take another back',
          value: { revision: 1, answers: { 'drift-pain': 5, targets: { remove: true } } },
        },
      },
    },
    replies: { 200: { description: 'The assessment as it is now.', body: Assessment, headers: ['ETag'] } },
    refusals: [
      'assessment-not-found',
      'model-not-found',
      'answers-invalid',
      'weights-invalid',
      'revision-stale',
      'revision-required',
      'store-unavailable',
    ],
  },
  findAssessmentNextQuestions: {
    method: 'post',
    path: '/v1/assessments/{id}/next',
    tag,
    summary: 'Find the questions to ask next about an assessment',
    description: 'The open questions that can move the result furthest, from the stored answers.',
    access: { permission: 'assessments:read', guests: ['assessment-token'] },
    caching: 'never',
    params: AssessmentPath,
    query: NoQuery,
    body: {
      schema: AssessmentNextRequest,
      mediaTypes: JSON_BODY,
      optional: true,
      examples: { three: { summary: 'Three at once', value: { count: 3 } } },
    },
    replies: { 200: { description: 'What to ask next.', body: NextQuestions } },
    refusals: ['assessment-not-found', 'model-not-found', 'store-unavailable'],
  },
  deleteAssessment: {
    method: 'delete',
    path: '/v1/assessments/{id}',
    tag,
    summary: 'Delete an assessment with its recommendations',
    description: 'Forgets the assessment and everything recorded for it. `If-Match` or `revision` is required.',
    access: { permission: 'assessments:write' },
    caching: 'never',
    params: AssessmentPath,
    query: RevisionQuery,
    headers: PreconditionHeaders,
    replies: { 204: { description: 'Deleted.' } },
    refusals: ['assessment-not-found', 'revision-stale', 'revision-required', 'store-unavailable'],
  },
} as const satisfies Record<string, Operation>;
