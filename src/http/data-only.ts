import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Headers of replies that are data: nothing in them may run, and nobody may frame them. */
export const dataOnly: ReturnType<typeof helmet> = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
});

/** The same headers for replies that are written by hand. */
export const DATA_ONLY: Readonly<OutgoingHttpHeaders> = gathered();

/** Of request and response, helmet uses nothing but what is here. */
function gathered(): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  const response = {
    setHeader(name: string, value: string) {
      headers[name] = value;
    },
    removeHeader: () => undefined,
  };
  dataOnly({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}
