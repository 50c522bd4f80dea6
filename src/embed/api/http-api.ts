import type { Api, ModelVersion } from './api.ts';
import { ApiFailure } from './api-failure.ts';
import { type Connection, createSend } from './requests.ts';

/** The service over HTTP, in JSON bodies alone: portals' proxies drop headers that carry revisions and keys. */
export function createHttpApi(connection: Connection): Api {
  const send = createSend(connection);
  const get = <T>(path: string): Promise<T> => send({ path, read: json<T> });
  const write = <T>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<T> =>
    send({ path, method, body, read: json<T> });
  return {
    questionnaire: (model) => get(`${modelPath(model)}/questionnaire?depth=full${versionQuery(model)}`),
    evaluate: (model, { answers, weights }, explain) =>
      write('POST', `${modelPath(model)}/evaluate?explain=${explain}`, { answers, weights, version: model.version }),
    assessment: (id) => get(assessmentPath(id)),
    createAssessment: (request) => write('POST', '/v1/assessments', request),
    changeAssessment: (id, change) => write('PATCH', assessmentPath(id), change),
    record: (assessment, request) => write('POST', `${assessmentPath(assessment)}/recommendations`, request),
    recommendation: (id) => get(recordPath(id)),
    written: (id, format) => send({ path: `${recordPath(id)}?format=${format}`, read: (reply) => reply.blob() }),
  };
}

/**
 * The body of a reply.
 *
 * @throws ApiFailure where it is no JSON, e.g. the page of a proxy that wants one to sign in.
 */
async function json<T>(reply: Response): Promise<T> {
  const text = await reply.text();
  try {
    // What the service sends is as its specification has it; its own tests check every reply against that.
    return JSON.parse(text) as T;
  } catch (error) {
    throw new ApiFailure({ kind: 'server', status: reply.status }, { cause: error });
  }
}

function modelPath({ model }: ModelVersion): string {
  return `/v1/models/${encodeURIComponent(model)}`;
}

function versionQuery({ version }: ModelVersion): string {
  return version === undefined ? '' : `&version=${encodeURIComponent(version)}`;
}

function assessmentPath(id: string): string {
  return `/v1/assessments/${encodeURIComponent(id)}`;
}

function recordPath(id: string): string {
  return `/v1/recommendations/${encodeURIComponent(id)}`;
}
