import { NOT_MODIFIED, type Operation } from '../operation.ts';
import { DecisionModel, ModelList } from '../schemas/decision-model.ts';
import { AnswersSchema } from '../schemas/health.ts';
import { LanguageHeaders, ModelPath, ModelVersionPath, NoQuery, QuestionnaireQuery } from '../schemas/parameters.ts';
import { Questionnaire } from '../schemas/questionnaire.ts';

const tag = 'Models';

/** Reading the decision models that are served. */
export const modelOperations = {
  listModels: {
    method: 'get',
    path: '/v1/models',
    tag,
    summary: 'List the decision models',
    description: 'Every model with its versions. `latest` is the highest by semantic versioning.',
    access: { permission: 'models:read' },
    caching: 'revalidate',
    query: NoQuery,
    replies: { 200: { description: 'The models.', body: ModelList } },
    refusals: [],
  },
  getModel: {
    method: 'get',
    path: '/v1/models/{model}',
    tag,
    summary: 'Read the latest version of a model',
    description: 'The document as its author wrote it, as canonical JSON: the SHA-256 of the body is the content hash.',
    access: { permission: 'models:read' },
    caching: 'revalidate',
    params: ModelPath,
    query: NoQuery,
    replies: {
      200: { description: 'The document.', body: DecisionModel, verbatim: true, headers: ['ETag'] },
      304: NOT_MODIFIED,
    },
    refusals: ['model-not-found'],
  },
  getModelVersion: {
    method: 'get',
    path: '/v1/models/{model}/versions/{version}',
    tag,
    summary: 'Read one version of a model',
    description: 'The document as its author wrote it, as canonical JSON. It never changes and may be kept.',
    access: { permission: 'models:read' },
    caching: 'immutable',
    params: ModelVersionPath,
    query: NoQuery,
    replies: {
      200: { description: 'The document.', body: DecisionModel, verbatim: true, headers: ['ETag'] },
      304: NOT_MODIFIED,
    },
    refusals: ['model-not-found'],
  },
  getQuestionnaire: {
    method: 'get',
    path: '/v1/models/{model}/questionnaire',
    tag,
    summary: 'Read the questionnaire of a model',
    description:
      'What a form needs to ask, without points. Texts come in the best language there is; `Content-Language` says which.',
    access: { permission: 'models:read', guests: ['embed-key', 'assessment-token'] },
    caching: 'revalidate',
    params: ModelPath,
    query: QuestionnaireQuery,
    headers: LanguageHeaders,
    replies: {
      200: { description: 'The questionnaire.', body: Questionnaire, verbatim: true, headers: ['ETag', 'Content-Language'] },
      304: NOT_MODIFIED,
    },
    refusals: ['model-not-found'],
  },
  getAnswersSchema: {
    method: 'get',
    path: '/v1/models/{model}/versions/{version}/answers.schema.json',
    tag,
    summary: 'Read the JSON Schema of the answers to a model',
    description: 'What exactly `answers` may hold for this version of the model.',
    access: { permission: 'models:read' },
    caching: 'immutable',
    params: ModelVersionPath,
    query: NoQuery,
    replies: {
      200: {
        description: 'A JSON Schema, draft 2020-12.',
        body: AnswersSchema,
        verbatim: true,
        mediaTypes: ['application/schema+json', 'application/json'],
        headers: ['ETag'],
      },
      304: NOT_MODIFIED,
    },
    refusals: ['model-not-found'],
  },
} as const satisfies Record<string, Operation>;
