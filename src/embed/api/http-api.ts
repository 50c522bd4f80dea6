import type { Api, ApiAssessment } from './api.ts';
import { ApiFailure } from './api-failure.ts';
import { type Connection, createSend, type Request } from './requests.ts';

/** What tokens for one assessment begin with. */
const ASSESSMENT_TOKEN = 'dadv_at_';

/** The service over HTTP, in JSON bodies alone: portals' proxies drop headers that carry revisions and keys. */
export function createHttpApi(connection: Connection): Api {
  /** The token of the one assessment that this form may fill, where a page lets it in with an embed key. */
  let own: string | undefined;
  let creation: Promise<ApiAssessment> | undefined;
  const send = createSend({ ...connection, getToken: token });

  async function token(): Promise<string | undefined> {
    const given = own ?? (await connection.getToken?.());
    if (given?.startsWith(ASSESSMENT_TOKEN)) own = given;
    return given;
  }

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

  /** With the token that opens it again elsewhere. */
  async function kept(assessment: Promise<ApiAssessment>): Promise<ApiAssessment> {
    return { ...(await assessment), token: own };
  }

  return {
    questionnaire: ({ model, version }) =>
      json(path`/v1/models/${model}/questionnaire?depth=full` + (version ? path`&version=${version}` : '')),
    async evaluate({ model, version }, inputs, explain) {
      // An embed key evaluates nothing; the token that comes with the assessment does.
      await creation?.catch(() => {});
      return json(path`/v1/models/${model}/evaluate?explain=${explain}`, 'POST', { ...inputs, version });
    },
    assessment: (id) => kept(json(path`/v1/assessments/${id}`)),
    async createAssessment(request) {
      own = undefined;
      creation = json('/v1/assessments', 'POST', request);
      const assessment = await creation;
      own = assessment.token;
      return assessment;
    },
    changeAssessment: (id, change) => kept(json(path`/v1/assessments/${id}`, 'PATCH', change)),
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
