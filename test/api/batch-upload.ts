import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';

/** A batch on its way: sent part by part while its answers are read. */
export interface Upload {
  readonly request: ClientRequest;
  /** Resolves when the reply begins. */
  readonly reply: Promise<IncomingMessage>;
  /** Sends a part of the body, and resolves when more may be sent. */
  send(part: string | Uint8Array): Promise<void>;
}

/** Begins to send a batch to the built-in model. */
export function beginUpload(url: string, headers: Readonly<Record<string, string>> = {}): Upload {
  const address = `${url}/v1/models/delivery-approach/evaluate`;
  const sent = request(address, { method: 'POST', headers: { 'Content-Type': 'application/x-ndjson', ...headers } });
  const reply = once(sent, 'response').then(([response]: IncomingMessage[]) => response as IncomingMessage);
  // Whoever goes away gets no reply, and does not ask for one.
  reply.catch(() => undefined);
  return {
    request: sent,
    reply,
    async send(part) {
      if (!sent.write(part)) await once(sent, 'drain');
    },
  };
}

/** The lines of a reply, one by one, as they come. */
export async function* linesOf(reply: IncomingMessage): AsyncGenerator<string> {
  let rest = '';
  for await (const part of reply.setEncoding('utf8')) {
    const lines = (rest + String(part)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error('The last line has no end.');
}

/** Sends parts as they are, each when the one before has left, and reads all that comes back. */
export async function answersTo(url: string, parts: readonly Uint8Array[], query = ''): Promise<readonly string[]> {
  const { reply, request: sent, send } = beginUpload(url + query);
  const received = reply.then(async (response) => {
    const lines: string[] = [];
    for await (const line of linesOf(response)) lines.push(line);
    return lines;
  });
  for (const part of parts) await send(part);
  sent.end();
  return received;
}
