import type { LookupAddress } from 'node:dns';
import { type IncomingMessage, request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { AttemptResult } from '../services/webhooks/delivery.ts';
import { excerptOf, LONGEST_READ } from './excerpt.ts';
import { errorOf } from './network-error.ts';
import { retryAfterOf } from './retry-after.ts';

/** What is sent, where. */
export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How it is sent. */
export interface Way {
  /** Of its host; no other is connected to, whatever its name comes to mean. */
  readonly addresses: readonly LookupAddress[];
  /** Gives up. A status that has arrived by then counts. */
  readonly signal: AbortSignal;
}

/** What came back, or why nothing did. */
export type Answer = Pick<AttemptResult, 'status' | 'error' | 'reply' | 'retryAfter'>;

/**
 * Sends a message by POST on a connection of its own, and reads little of what comes back. Redirects are not followed:
 * they are answers like others.
 */
export function post({ url, headers, body }: Message, { addresses, signal }: Way): Promise<Answer> {
  const request = url.startsWith('https:') ? requestSecurely : requestPlainly;
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', headers, lookup: pinned(addresses), agent: false, signal });
    let isAnswered = false;
    sent.on('response', (response) => {
      isAnswered = true;
      answerOf(response).then(resolve);
    });
    sent.on('error', (error) => (isAnswered ? undefined : resolve({ error: errorOf(error) })));
    // Whoever answers with another protocol is hung up on, without an error.
    sent.on('close', () => (isAnswered ? undefined : resolve({ error: 'broken-off' })));
    sent.end(body);
  });
}

/** Answers every look-up with what was found before. */
function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  const [first] = addresses;
  return (_name, { all }, found) => {
    if (all === true) found(null, [...addresses]);
    else found(null, first?.address ?? '', first?.family);
  };
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const reply = excerptOf(await beginningOf(response));
  const retryAfter = retryAfterOf(headers['retry-after'], headers.date);
  return { status, ...(reply !== '' && { reply }), ...(retryAfter !== undefined && { retryAfter }) };
}

/** What arrives until it is enough, over, broken off or given up. */
async function beginningOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= LONGEST_READ) break; // Leaving the loop closes the connection.
    }
  } catch {
    // The status has arrived, and that is what counts.
  }
  return Buffer.concat(chunks);
}
