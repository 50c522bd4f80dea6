// What is asked of a new service, one after the other, to have an example of every operation. Bodies are the examples
// that the contract has; `npm run openapi:examples` writes down what comes back.

/**
 * One request. Where the operation reads a body, `name` is that of one of its examples.
 *
 * @typedef {object} Step
 * @property {import('../../../src/contract/operations.ts').OperationId} operation
 * @property {string} name
 * @property {string} summary
 * @property {number} [status] that is expected; the first that the operation declares when left out
 * @property {Readonly<Record<string, string>>} [params]
 * @property {Readonly<Record<string, string>>} [query]
 * @property {Readonly<Record<string, string>>} [headers]
 * @property {unknown} [body] in place of the example of that name, where the body is not what is shown
 * @property {readonly string[]} [keys] that are shown of a long document
 * @property {boolean} [hidden] whether it only prepares others
 */

const OLDER = '01999f5e-7c1a-7b3e-9c55-3d1f0a7b2c4d';
const PAYMENTS = '0199a3c0-51d2-7e0c-8a47-6f1de2a9b310';
const COMMUTE = '0199a3c1-0b7f-7c44-9d21-58e0c3f7a642';
const DECIDED = '0199a3c4-9e15-7d6b-b0c8-2a94d7e1f583';
const COMMUTED = '0199a3c5-3f20-7a19-8e63-c7b5d0924f1e';

const WEBHOOK = '0199a3d5-2c90-7b83-a4e1-90d3f65b7a28';
const CHAT = '0199a3d7-6e44-7f05-8b39-1c27e8d04f5a';

const model = 'delivery-approach';
const small = 'commute';

/** @type {readonly Step[]} */
export const STEPS = [
  { operation: 'getHealth', name: 'alive', summary: 'A process that is alive' },
  { operation: 'getReadiness', name: 'ready', summary: 'A service that is ready' },
  { operation: 'getOpenapiYaml', name: 'head', summary: 'How the document begins', keys: ['openapi', 'info'] },
  { operation: 'getOpenapiJson', name: 'head', summary: 'How the document begins', keys: ['openapi', 'info'] },
  { operation: 'getOlderOpenapiJson', name: 'head', summary: 'How the document begins', keys: ['openapi', 'info'] },
  { operation: 'listModels', name: 'two', summary: 'The built-in model and one of an organisation' },
  { operation: 'getModel', name: 'commute', summary: 'A small model', params: { model: small } },
  { operation: 'getModelVersion', name: 'commute', summary: 'A small model', params: { model: small, version: '1.0.0' } },
  { operation: 'getQuestionnaire', name: 'commute', summary: 'The questions of a small model', params: { model: small } },
  {
    operation: 'getAnswersSchema',
    name: 'commute',
    summary: 'The answers to a small model',
    params: { model: small, version: '1.0.0' },
  },
  {
    operation: 'getAnswersSchema',
    name: 'plain',
    summary: 'The same for clients that know JSON only',
    params: { model: small, version: '1.0.0' },
    headers: { Accept: 'application/json' },
  },
  { operation: 'evaluateAnswers', name: 'kubernetes', summary: 'Everything, as it is by default', params: { model } },
  {
    operation: 'evaluateAnswers',
    name: 'mobile',
    summary: 'The main reasons only',
    params: { model },
    query: { explain: 'summary' },
  },
  {
    operation: 'evaluateAnswers',
    name: 'services',
    summary: 'An evaluation a line, without explanations',
    params: { model },
    query: { explain: 'none' },
    headers: { 'Content-Type': 'application/x-ndjson', Accept: 'application/x-ndjson' },
  },
  { operation: 'findNextQuestions', name: 'beginning', summary: 'Three questions after the first answer', params: { model } },
  { operation: 'compareScenarios', name: 'drift', summary: 'Two scenarios beside the base', params: { model } },
  {
    operation: 'createAssessment',
    name: 'older',
    summary: 'An assessment of an older version',
    body: { id: OLDER, subject: { ref: 'component:default/ledger' }, version: '1.0.0', answers: { targets: ['kubernetes'] } },
    hidden: true,
  },
  { operation: 'createAssessment', name: 'first', summary: 'A new assessment' },
  { operation: 'createAssessment', name: 'newer', summary: 'An assessment with what was carried over' },
  {
    operation: 'createAssessment',
    name: 'payments',
    summary: 'An assessment with an id of its own',
    body: {
      id: PAYMENTS,
      subject: { ref: 'component:default/payments', name: 'Payments', tags: ['retail'] },
      answers: { targets: ['kubernetes'], 'drift-pain': 4 },
    },
    hidden: true,
  },
  {
    operation: 'createAssessment',
    name: 'commute',
    summary: 'An assessment of a small model',
    body: {
      id: COMMUTE,
      model: small,
      subject: { ref: 'user:default/ada', name: 'Ada' },
      answers: { distance: 6, luggage: true, station: true, 'on-board': ['read'] },
    },
    hidden: true,
  },
  { operation: 'getAssessment', name: 'payments', summary: 'The present answers', params: { id: PAYMENTS } },
  { operation: 'changeAssessment', name: 'answers', summary: 'The assessment with the change', params: { id: PAYMENTS } },
  { operation: 'listAssessments', name: 'tagged', summary: 'Those with a tag', query: { tag: 'retail', limit: '1' } },
  {
    operation: 'listAssessments',
    name: 'table',
    summary: 'The same for a spreadsheet',
    query: { tag: 'retail', limit: '1', format: 'csv' },
  },
  { operation: 'findAssessmentNextQuestions', name: 'three', summary: 'Three questions', params: { id: PAYMENTS } },
  { operation: 'recordRecommendation', name: 'plain', summary: 'The record', params: { id: PAYMENTS }, body: { id: DECIDED } },
  {
    operation: 'recordRecommendation',
    name: 'revision',
    summary: 'The record of a small model',
    params: { id: COMMUTE },
    body: { id: COMMUTED, revision: 1 },
  },
  {
    operation: 'listAssessmentRecommendations',
    name: 'commute',
    summary: 'The only record of an assessment',
    params: { id: COMMUTE },
  },
  { operation: 'listRecommendations', name: 'model', summary: 'The records of a small model', query: { model: small } },
  { operation: 'getRecommendation', name: 'json', summary: 'A record of a small model', params: { id: COMMUTED } },
  {
    operation: 'getRecommendation',
    name: 'markdown',
    summary: 'A decision record',
    params: { id: DECIDED },
    query: { format: 'markdown' },
  },
  {
    operation: 'getRecommendation',
    name: 'html',
    summary: 'A page to print',
    params: { id: COMMUTED },
    query: { format: 'html' },
  },
  { operation: 'getRecommendation', name: 'svg', summary: 'A chart', params: { id: COMMUTED }, query: { format: 'svg' } },
  { operation: 'getBadge', name: 'payments', summary: 'A decision', query: { subject: 'component:default/payments' } },
  { operation: 'verifyRecommendation', name: 'holds', summary: 'A record that still holds', params: { id: DECIDED } },
  { operation: 'createApiKey', name: 'secret', summary: 'A key for a program' },
  { operation: 'createApiKey', name: 'embed', summary: 'A key for a form' },
  { operation: 'listApiKeys', name: 'newest', summary: 'The newest key', query: { limit: '1' } },
  { operation: 'rotateApiKey', name: 'hour', summary: 'The key that takes its place', params: { id: '{key}' } },
  { operation: 'revokeApiKey', name: 'revoked', summary: 'The key is revoked', params: { id: '{key}' } },
  {
    operation: 'listAuditEntries',
    name: 'assessment',
    summary: 'What was done last about an assessment',
    query: { assessment: PAYMENTS, limit: '2' },
  },
  {
    operation: 'createWebhook',
    name: 'receiver',
    summary: 'A webhook that leads somewhere',
    body: { id: WEBHOOK, url: '{receiver}/', events: ['assessment.updated'] },
    hidden: true,
  },
  {
    operation: 'createWebhook',
    name: 'chat',
    summary: 'A webhook with its secret',
    body: {
      id: CHAT,
      url: 'https://hooks.example.org/delivery',
      events: ['recommendation.recorded'],
      description: 'Chat of the platform team',
    },
  },
  { operation: 'listWebhooks', name: 'newest', summary: 'The newest webhook', query: { limit: '1' } },
  { operation: 'getWebhook', name: 'chat', summary: 'A webhook without its secret', params: { id: CHAT } },
  { operation: 'rotateWebhookSecret', name: 'hour', summary: 'A new secret', params: { id: CHAT } },
  {
    operation: 'changeWebhook',
    name: 'stop',
    summary: 'The webhook with the change',
    params: { id: CHAT },
    headers: { 'If-Match': '*' },
    body: { enabled: false },
  },
  { operation: 'testWebhook', name: 'sent', summary: 'An event on its way', params: { id: WEBHOOK } },
  { operation: 'listWebhookDeliveries', name: 'arrived', summary: 'An event that has arrived', params: { id: WEBHOOK } },
  {
    operation: 'getWebhookDelivery',
    name: 'arrived',
    summary: 'An event that has arrived',
    params: { id: WEBHOOK, delivery: '{delivery}' },
  },
  {
    operation: 'replayWebhookDelivery',
    name: 'again',
    summary: 'The same event, on its way again',
    params: { id: WEBHOOK, delivery: '{delivery}' },
  },
  { operation: 'deleteAssessment', name: 'deleted', summary: 'It is gone', params: { id: OLDER }, query: { revision: '1' } },
  { operation: 'deleteWebhook', name: 'deleted', summary: 'It is gone', params: { id: CHAT }, headers: { 'If-Match': '*' } },
];

/**
 * Requests that are refused, one for each problem that an example can be had of without breaking anything.
 *
 * @type {readonly Step[]}
 */
export const REFUSALS = [
  { operation: 'listModels', name: 'malformed-request', summary: 'A broken escape', status: 400, query: { '%': '' } },
  {
    operation: 'evaluateAnswers',
    name: 'malformed-json',
    summary: 'A body that is cut off',
    status: 400,
    params: { model },
    body: '{"answers": {',
  },
  { operation: 'listModels', name: 'unauthenticated', summary: 'No key', status: 401, headers: { Authorization: '' } },
  {
    operation: 'listModels',
    name: 'permission-missing',
    summary: 'A key that may do something else',
    status: 403,
    headers: { Authorization: '{other}' },
  },
  {
    operation: 'getModel',
    name: 'model-not-found',
    summary: 'A model that is not served',
    status: 404,
    params: { model: 'gitops' },
  },
  {
    operation: 'getAssessment',
    name: 'assessment-not-found',
    summary: 'An assessment that was deleted',
    status: 404,
    params: { id: OLDER },
  },
  {
    operation: 'getRecommendation',
    name: 'recommendation-not-found',
    summary: 'The id of an assessment',
    status: 404,
    params: { id: PAYMENTS },
  },
  {
    operation: 'revokeApiKey',
    name: 'api-key-not-found',
    summary: 'A key that never was',
    status: 404,
    params: { id: '0000000000' },
  },
  {
    operation: 'getWebhook',
    name: 'webhook-not-found',
    summary: 'A webhook that was deleted',
    status: 404,
    params: { id: CHAT },
  },
  {
    operation: 'getWebhookDelivery',
    name: 'delivery-not-found',
    summary: 'The id of a webhook',
    status: 404,
    params: { id: WEBHOOK, delivery: WEBHOOK },
  },
  {
    operation: 'listModels',
    name: 'not-acceptable',
    summary: 'A picture of the models',
    status: 406,
    headers: { Accept: 'image/png' },
  },
  {
    operation: 'createAssessment',
    name: 'id-taken',
    summary: 'The same id with another content',
    status: 409,
    body: { id: PAYMENTS, subject: { ref: 'component:default/ledger' } },
  },
  {
    operation: 'rotateApiKey',
    name: 'api-key-ended',
    summary: 'A key that was revoked',
    status: 409,
    params: { id: '{key}' },
    body: {},
  },
  {
    operation: 'changeAssessment',
    name: 'revision-stale',
    summary: 'Somebody else was faster',
    status: 412,
    params: { id: PAYMENTS },
    body: { revision: 1, answers: { 'drift-pain': 2 } },
  },
  {
    operation: 'evaluateAnswers',
    name: 'body-too-large',
    summary: 'More than 256 KiB',
    status: 413,
    params: { model },
    body: `{"answers": {}${' '.repeat(262_144)}}`,
  },
  {
    operation: 'listModels',
    name: 'address-too-long',
    summary: 'An address of more than 8 KiB',
    status: 414,
    query: { q: 'x'.repeat(8_192) },
  },
  {
    operation: 'evaluateAnswers',
    name: 'unsupported-media-type',
    summary: 'XML',
    status: 415,
    params: { model },
    body: '<answers/>',
    headers: { 'Content-Type': 'application/xml' },
  },
  {
    operation: 'listAssessments',
    name: 'invalid-request',
    summary: 'Two parameters that are wrong',
    status: 422,
    query: { limit: '0', sort: 'name' },
  },
  {
    operation: 'evaluateAnswers',
    name: 'answers-invalid',
    summary: 'Two answers that do not fit',
    status: 422,
    params: { model },
    body: { answers: { targets: ['mainframes'], 'drift-pain': 9 } },
  },
  {
    operation: 'evaluateAnswers',
    name: 'weights-invalid',
    summary: 'A weight of no criterion',
    status: 422,
    params: { model },
    body: { answers: {}, weights: { price: 2 } },
  },
  {
    operation: 'deleteAssessment',
    name: 'revision-required',
    summary: 'Neither revision nor `If-Match`',
    status: 428,
    params: { id: PAYMENTS },
  },
];
