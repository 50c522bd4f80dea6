import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { keepPace, type Pace, paceOfBatch } from '../../../src/http/limits/pace.ts';

/** A connection that carries what a test says, with a request and a reply on it. */
function exchange() {
  const socket = {
    once: () => undefined,
    bytesRead: 0,
    bytesWritten: 0,
    destroyed: false,
    writable: true,
    said: '',
    destroy() {
      socket.destroyed = true;
    },
    end(text: string) {
      socket.said = text;
      socket.destroyed = true;
    },
  };
  const request = { socket, complete: false };
  const response = {
    statusCode: 200,
    getHeaders: () => ({}),
    headersSent: false,
    writableNeedDrain: false,
    writableEnded: false,
    writableFinished: false,
  };
  return { socket, request, response };
}

describe('the pace of clients', () => {
  let server: EventEmitter;
  beforeEach(() => {
    jest.useFakeTimers();
    server = new EventEmitter();
    // Of a server it needs to know nothing but its events, of an exchange nothing but what is above.
    keepPace(server as Server);
  });
  afterEach(() => {
    server.emit('close');
    jest.useRealTimers();
  });

  function begin() {
    const parts = exchange();
    server.emit('connection', parts.socket);
    server.emit('request', parts.request, parts.response);
    return parts;
  }

  function beginBatch(): ReturnType<typeof exchange> & { readonly pace: Pace } {
    const parts = begin();
    return { ...parts, pace: paceOfBatch(parts.request as unknown as IncomingMessage) };
  }

  /** Seconds go by, at the end of each of which something happens. */
  function pass(seconds: number, happens: () => void = () => undefined): void {
    for (let second = 0; second < seconds; second++) {
      jest.advanceTimersByTime(1_000);
      happens();
    }
  }

  it('lets a body come for 30 s where it keeps moving, and not longer', () => {
    const { socket } = begin();
    const move = () => {
      socket.bytesRead += 8_192;
    };
    pass(30, move);
    expect(socket.destroyed).toBe(false);
    pass(2, move);
    expect(socket.said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('ends a body that hardly moves after 10 s', () => {
    const { socket } = begin();
    pass(10, () => {
      socket.bytesRead += 1;
    });
    expect(socket.destroyed).toBe(false);
    pass(2);
    expect(socket.said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('lets a batch go on for hours whose every line comes in time', () => {
    const { socket, pace, response } = beginBatch();
    pass(7_200 / 9, () => {
      pass(8);
      socket.bytesRead += 30;
      pace.rests();
      pace.counts();
      response.headersSent = true;
      socket.bytesWritten += 300;
    });
    expect(socket.destroyed).toBe(false);
  });

  it('ends a batch whose next line does not come, a byte now and then or not', () => {
    const { socket, response } = beginBatch();
    response.headersSent = true;
    pass(12, () => {
      socket.bytesRead += 1;
    });
    expect(socket).toMatchObject({ destroyed: true, said: '' });
  });

  it('says so where nothing of the reply has been sent', () => {
    const { socket } = beginBatch();
    pass(12);
    expect(socket.said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('gives a long line the time that it needs', () => {
    const { socket } = beginBatch();
    pass(25, () => {
      socket.bytesRead += 4_096;
    });
    expect(socket.destroyed).toBe(false);
  });

  it('ends a batch whose answers are not taken, and none whose answers are taken slowly', () => {
    const [idle, slow] = [beginBatch(), beginBatch()];
    for (const { response } of [idle, slow]) Object.assign(response, { headersSent: true, writableNeedDrain: true });
    pass(60, () => {
      slow.socket.bytesWritten += 65_536;
    });
    expect([idle.socket.destroyed, slow.socket.destroyed]).toEqual([true, false]);
  });

  it('does not count the time that the service itself needs', () => {
    const { socket, pace } = beginBatch();
    pace.rests();
    pass(60);
    expect(socket.destroyed).toBe(false);
    pace.counts();
    pass(12);
    expect(socket.destroyed).toBe(true);
  });

  it('reads what has arrived before it calls anybody slow, however busy the process was', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const busy = new EventEmitter();
    keepPace(busy as Server);
    const late = exchange();
    const slow = exchange();
    for (const { socket, request, response } of [late, slow]) {
      busy.emit('connection', socket);
      busy.emit('request', request, response);
    }
    jest.advanceTimersByTime(12_000);
    // The timers are due first; only then the event loop reads from its connections.
    late.request.complete = true;
    await new Promise((resolve) => setImmediate(resolve));
    expect(late.socket.said).toBe('');
    expect(slow.socket.said).toMatch(/^HTTP\/1\.1 408 /);
    busy.emit('close');
  });

  it('forgets what is over', () => {
    const { socket, request, response } = begin();
    Object.assign(request, { complete: true });
    Object.assign(response satisfies Partial<ServerResponse>, { headersSent: true, writableEnded: true, writableFinished: true });
    pass(60);
    expect(socket.destroyed).toBe(false);
  });
});
