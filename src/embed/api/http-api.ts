import type { Api } from './api.ts';
import { ApiFailure } from './api-failure.ts';
import { type Connection, createSend, type Request } from './requests.ts';

/** The service over HTTP, in JSON bodies alone: portals' proxies drop headers that carry revisions and keys. */
export function createHttpApi(connection: Connection): Api {
  const send = createSend(connection);

  /** Rejects with an `ApiFailure` where the reply is no JSON, e.g. the page of a proxy that wants one to sign in. */
  async function json<T>(path: string, method?: Request['method'], body?: unknown): Promise<T> {
    const { text, status } = await send({ path, method, body });
    try {
      // What the service sends is as its specification has it; its own tests check every reply against that.
      return JSON.parse(text) as T;
    } catch {
      throw new ApiFailure({ kind: 'server', status });
    }
  }

  return {
    questionnaire: ({ model, version }) =>
      json(path`/v1/models/${model}/questionnaire?depth=full` + (version ? path`&version=${version}` : '')),
    evaluate: ({ model, version }, inputs, explain) =>
      json(path`/v1/models/${model}/evaluate?explain=${explain}`, 'POST', { ...inputs, version }),
    assessment: (id) => json(path`/v1/assessments/${id}`),
    createAssessment: (request) => json('/v1/assessments', 'POST', request),
    changeAssessment: (id, change) => json(path`/v1/assessments/${id}`, 'PATCH', change),
    record: (assessment, request) => json(path`/v1/assessments/${assessment}/recommendations`, 'POST', request),
    recommendation: (id) => json(path`/v1/recommendations/${id}`),
    async written(id, format) {
      const { text, type } = await send({ path: path`/v1/recommendations/${id}?format=${format}` });
      return new Blob([text], { type });
    },
  };
}

/** An address in which every part that is filled in stays one part. */
function path(fixed: TemplateStringsArray, ...parts: readonly string[]): string {
  return String.raw({ raw: fixed }, ...parts.map(encodeURIComponent));
}
