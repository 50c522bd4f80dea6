import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { type BatchShape, NDJSON, type Operation } from '../../contract/operation.ts';
import { refuse } from '../../services/refusal.ts';
import { type Asking, type Examination, refuseInvalid } from '../examination.ts';
import { leaveBody } from '../input/body.ts';
import { readJson } from '../input/json-text.ts';
import { acceptedType, expectReadable } from '../input/media-types.ts';
import { readHead } from '../input/request-parts.ts';
import { paceOfBatch } from '../limits/pace.ts';
import { problemOf } from '../problem-sender.ts';
import { REQUEST_ID } from '../request-log.ts';
import { sendLines } from '../send.ts';
import { answersTo } from './answers.ts';
import { type Line, linesIn } from './lines.ts';
import type { Turns } from './turns.ts';

/** What there is to know of a batch when it has ended. */
export interface BatchCount {
  /** Lines with something on them, and those of them that were answered with a problem. */
  lines: number;
  problems: number;
  /** Of the answers. */
  bytes: number;
}

/** What answering the batches of an operation depends on. */
export interface BatchNeeds {
  readonly operation: Operation & { readonly batch: BatchShape };
  /** From what the bodies share to a function that answers one of them. */
  readonly open: (shared: unknown) => (body: unknown) => unknown;
  readonly examine: Examination;
  readonly turns: Turns;
  readonly log: Logger;
}

/** Answers a request that is a batch, line by line. What is wrong with all of it is refused before the first line is read. */
export type BatchExchange = (request: Request, response: Response, asking: Asking) => Promise<void>;

/** The exchange of batches of an operation. */
export function createBatchExchange({ operation, open, examine, turns, log }: BatchNeeds): BatchExchange {
  const mediaTypes = [...(operation.body?.mediaTypes ?? []), NDJSON];
  const ofBatches: Operation = { ...operation, query: operation.batch.query };
  const delivery = { mediaType: NDJSON, caching: operation.caching, vary: [] } as const;

  function opened(request: Request, asking: Asking) {
    acceptedType(request, [NDJSON]);
    expectReadable(request, { mediaTypes });
    const head = readHead(ofBatches, request);
    if (head.places.length > 0) refuseInvalid(head.places);
    return { known: { asking, head }, answerBody: open({ ...asking, ...head.value }) };
  }

  return async (request, response, asking) => {
    const requestId = String(response.getHeader(REQUEST_ID));
    const count: BatchCount = { lines: 0, problems: 0, bytes: 0 };
    const { known, answerBody } = orLeft(request, response, () => opened(request, asking));
    response.locals['batch'] = count;

    function answer(line: Line): string | Promise<string> {
      count.lines++;
      try {
        const examined = examine(readJson(bytesOf(line)), known);
        if (!(examined instanceof Promise)) return JSON.stringify(answerBody(examined.body));
        return examined
          .then(({ body }) => JSON.stringify(answerBody(body)))
          .catch((thrown: unknown) => problemWith(line, thrown));
      } catch (thrown) {
        return problemWith(line, thrown);
      }
    }

    function problemWith(line: Line, thrown: unknown): string {
      count.problems++;
      return JSON.stringify({ line: line.number, problem: problemOf(thrown, requestId, log) });
    }

    const work = { answer, turns, pace: paceOfBatch(request) };
    await sendLines(response, counted(answersTo(linesIn(request), work), count), delivery);
  };
}

function bytesOf({ bytes }: Line): Uint8Array {
  return bytes ?? refuse('body-too-large', { detail: 'Send lines of 64 KiB at most.' });
}

/** What is refused before it is read is not waited for. */
function orLeft<T>(request: Request, response: Response, read: () => T): T {
  try {
    return read();
  } catch (refusal) {
    leaveBody(request, response);
    throw refusal;
  }
}

async function* counted(parts: AsyncIterable<Uint8Array>, count: BatchCount): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    count.bytes += part.length;
    yield part;
  }
}
