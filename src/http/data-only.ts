import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Headers of replies that are data: nothing in them may run, and nobody may frame them. */
export const DATA_ONLY: Readonly<Record<string, string>> = gathered();

const fields = Object.entries(DATA_ONLY);

/** Sets these headers, which are the same in every reply and therefore asked for once. */
export const dataOnly: RequestHandler = (_request, response, next) => {
  for (const [name, value] of fields) response.setHeader(name, value);
  next();
};

/** Of request and response, helmet uses nothing but what is here. */
function gathered(): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader(name: string, value: string) {
      headers[name] = value;
    },
    removeHeader: () => undefined,
  };
  const policy = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };
  helmet({ contentSecurityPolicy: policy })({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}
