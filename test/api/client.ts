import { expect } from '@jest/globals';
import supertest from 'supertest';
import { OPERATIONS, type OperationId } from '../../src/contract/operations.ts';
import { ContractChecker } from './contract-checker.ts';

/** A request to an operation, in parts. */
export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  /** As it stands in the address, without the question mark. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string or bytes as they are. */
  readonly body?: unknown;
}

/** A response whose conformity to the specification has been checked. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body, read as JSON; undefined when there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies whose shape the checker has proved
  readonly body: any;
}

/** Calls operations of a running service. Every response must be as the specification has it. */
export interface Client {
  call(operation: OperationId, call?: Call): Promise<Answer>;
  /** Operation and status of everything seen so far. */
  readonly seen: ReadonlySet<string>;
}

/** A client of the service at an address, with a checker of its own or a shared one, that sends some headers always. */
export function createClient(
  url: string,
  checker: ContractChecker = new ContractChecker(),
  always: Readonly<Record<string, string>> = {},
): Client {
  return {
    seen: checker.seen,
    async call(operation, call = {}) {
      const response = await send(url, operation, { ...call, headers: { ...always, ...call.headers } });
      const { status, headers, text } = response;
      expect({ operation, findings: checker.findings(operation, response) }).toEqual({ operation, findings: [] });
      const isJson = /[/+]json$/.test(headers['content-type'] ?? '');
      return { status, headers, text, body: isJson && text !== '' ? JSON.parse(text) : undefined };
    },
  };
}

async function send(url: string, operation: OperationId, { params = {}, query = '', headers = {}, body }: Call) {
  const { method, path } = OPERATIONS[operation];
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  // Names are looked up two at a time: one that nobody knows, of a receiver say, may hold up all others for seconds.
  const request = supertest(url.replace('//localhost:', '//127.0.0.1:'))
    [method](query === '' ? address : `${address}?${query}`)
    .set(headers);
  request.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
  });
  if (body !== undefined)
    request
      .set({ 'Content-Type': 'application/json', ...headers })
      .serialize((raw) => raw)
      .send(written(body));
  const { status, headers: received, body: text } = await request;
  return { status, headers: received as Record<string, string>, text: typeof text === 'string' ? text : '' };
}

function written(body: unknown): string | Buffer {
  return typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
}
