import { ApiFailure } from './api-failure.ts';
import { problemOf } from './problem.ts';

/** How the service is reached. */
export interface Connection {
  /** Where the service is: absolute or relative to the page, with or without a slash at the end. */
  readonly base: string;
  /** BCP 47 tag of the language that texts are wanted in. */
  readonly lang: string;
  /** Gives a bearer token, if one is needed; asked before each request, and once more when it was not accepted. */
  readonly getToken?: () => Promise<string | undefined> | undefined;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds after which a reply is not waited for any more. */
  readonly timeout?: number;
}

/** What is asked of the service. */
export interface Request {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PATCH' | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** What the service replied. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  /** Of media, with its parameters. */
  readonly type: string;
}

/** Sends requests to the service. Rejects with an `ApiFailure`, also where the reply is no success. */
export type Send = (request: Request) => Promise<Reply>;

const TIMEOUT = 15_000;

/** Requests go without cookies and with no headers but those of JSON, language and token. */
export function createSend({ lang, getToken, timeout = TIMEOUT, ...connection }: Connection): Send {
  const base = connection.base.replace(/\/+$/, '');
  const ask = connection.fetch ?? fetch;

  async function exchange({ path, method = 'GET', body }: Request): Promise<Response> {
    const token = await tokenFrom(getToken);
    return ask(base + path, {
      method,
      credentials: 'omit',
      signal: AbortSignal.timeout(timeout),
      headers: {
        ...(lang && { 'Accept-Language': lang }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  return async (request) => {
    try {
      const first = await exchange(request);
      const reply = first.status === 401 && getToken !== undefined ? await exchange(request) : first;
      const text = await reply.text();
      if (!reply.ok) throw problemOf(reply, text);
      return { status: reply.status, text, type: reply.headers.get('content-type') ?? '' };
    } catch (error) {
      throw error instanceof ApiFailure ? error : new ApiFailure({ kind: 'offline' });
    }
  };
}

async function tokenFrom(getToken: Connection['getToken']): Promise<string | undefined> {
  try {
    return await getToken?.();
  } catch {
    throw new ApiFailure({ kind: 'expired' });
  }
}
