// Sends bytes as they are, which clients of HTTP refuse to do, and reads one answer.

import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers';

/**
 * An answer as it came over the wire; status 0 where there was none.
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {Readonly<Record<string, string>>} headers by their names in lower case
 * @property {string} text
 * @property {number} milliseconds until it was complete
 */

/** Milliseconds after which an answer does not come any more. */
const PATIENCE = 15_000;

/**
 * @param {number} port of this machine
 * @param {Buffer} bytes a request
 * @returns {Promise<Answer>}
 */
export function exchange(port, bytes) {
  const begun = performance.now();
  const isHead = bytes.toString('latin1', 0, 5) === 'HEAD ';
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let received = Buffer.alloc(0);
    const end = () => {
      clearTimeout(patience);
      socket.destroy();
      const answer = answerIn(received, isHead, true) ?? { status: 0, headers: {}, text: received.toString('latin1') };
      resolve({ ...answer, milliseconds: performance.now() - begun });
    };
    const patience = setTimeout(end, PATIENCE);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (answerIn(received, isHead, false) !== undefined) end();
    });
    socket.on('error', () => undefined);
    socket.once('close', end);
    socket.write(bytes);
  });
}

/**
 * The answer in what has been received; undefined while it is not complete.
 *
 * @param {Buffer} received
 * @param {boolean} isHead
 * @param {boolean} isClosed
 * @returns {Omit<Answer, 'milliseconds'> | undefined}
 */
function answerIn(received, isHead, isClosed) {
  const border = received.indexOf('\r\n\r\n');
  if (border === -1) return undefined;
  const [line = '', ...fields] = received.toString('latin1', 0, border).split('\r\n');
  const status = Number(line.split(' ')[1]);
  const rest = received.subarray(border + 4);
  if (status < 200) return answerIn(rest, isHead, isClosed);
  const headers = Object.fromEntries(fields.map(field));
  const body = isHead || [204, 304].includes(status) ? Buffer.alloc(0) : bodyIn(rest, headers, isClosed);
  return body === undefined ? undefined : { status, headers, text: body.toString('utf8') };
}

/** @param {string} line */
function field(line) {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

/**
 * @param {Buffer} rest
 * @param {Readonly<Record<string, string>>} headers
 * @param {boolean} isClosed
 */
function bodyIn(rest, headers, isClosed) {
  const length = headers['content-length'];
  if (length !== undefined) return rest.length < Number(length) ? undefined : rest.subarray(0, Number(length));
  if (headers['transfer-encoding'] === 'chunked') return chunksIn(rest);
  return isClosed ? rest : undefined;
}

/**
 * The body in chunks (RFC 9112 §7.1); undefined before the last of them.
 *
 * @param {Buffer} rest
 */
function chunksIn(rest) {
  const chunks = [];
  for (let start = 0; ; ) {
    const border = rest.indexOf('\r\n', start);
    if (border === -1) return undefined;
    const size = Number.parseInt(rest.toString('latin1', start, border), 16);
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(rest.subarray(border + 2, border + 2 + size));
    start = border + 2 + size + 2;
  }
}
