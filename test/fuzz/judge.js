// Holds an answer against the specification.

import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { at, DOCUMENT, NDJSON, operationsAt, resolved, token } from './specification.js';

const closing = new Ajv2020({ strict: false, validateFormats: true });
const asking = new Ajv2020({ strict: false });
for (const ajv of [closing, asking]) formats.default(ajv);
closing.addSchema(closed(DOCUMENT), 'openapi');
asking.addSchema(DOCUMENT, 'openapi');

/** What a proper request may be refused for: what there is, not what it says. */
const CIRCUMSTANCES = [404, 409, 412, 428];
const OF_THE_MODEL = ['answers-invalid', 'weights-invalid'];
const SUCCESS = 400;

/** Bytes of a body that the service takes in before it answers those who may not send it. */
const LARGEST_BODY = 262_144;

/**
 * Everything about an answer that the specification does not have, or that nobody should get.
 *
 * @param {import('./requests.js').Request} request
 * @param {import('./callers.js').Shown} shown
 * @param {import('./wire.js').Answer} answer
 * @returns {readonly string[]}
 */
export function findings(request, shown, answer) {
  const there = operationsAt(request.target);
  const operation = there.find(({ method }) => method === (request.method === 'HEAD' ? 'GET' : request.method));
  if (answer.status === 0) return mayBeCutOff(request, shown, operation) ? [] : ['there is no answer'];
  if (answer.status >= 500) return [`the service failed with ${answer.status}`];
  if (operation === undefined) return answerOfNothing(request, answer, there.length > 0);
  const pointer = `/paths/${token(operation.path)}/${operation.method.toLowerCase()}/responses/${answer.status}`;
  if (at(pointer) === undefined) return [`${operation.id} does not document ${answer.status}`];
  return [
    ...conformity(at(pointer).$ref?.slice(1) ?? pointer, request, answer),
    ...(shown.isStranger && !operation.isPublic && answer.status < SUCCESS ? ['a stranger was let in'] : []),
    ...(request.caller === 'root' ? fairness(operation, request, answer) : []),
  ];
}

/**
 * Whether the answer may be lost to a client that is still sending a body that is too large for anybody to read.
 *
 * @param {import('./requests.js').Request} request
 * @param {import('./callers.js').Shown} shown
 * @param {import('./specification.js').Operation | undefined} operation
 */
function mayBeCutOff({ body }, { isStranger }, operation) {
  return body !== undefined && body.length > LARGEST_BODY && (isStranger || operation?.body === undefined);
}

/**
 * What is wrong with how an operation answers one who may do everything.
 *
 * @param {import('./specification.js').Operation} operation
 * @param {import('./requests.js').Request} request
 * @param {import('./wire.js').Answer} answer
 */
function fairness(operation, request, answer) {
  const isBatch = answer.status < SUCCESS && request.headers.some(([name, value]) => name === 'Content-Type' && value === NDJSON);
  if (!isBatch) return fairnessToOne(operation, request, answer);
  const answers = linesOf(answer.text).map((line) => JSON.parse(line));
  const bodies = String(request.body ?? '').split('\n');
  return answers.flatMap(({ problem }, index) => {
    const text = problem === undefined ? '' : JSON.stringify(problem);
    const body = Buffer.from(bodies[index] ?? '', 'utf8');
    return fairnessToOne(operation, { ...request, body }, { ...answer, status: problem?.status ?? answer.status, text });
  });
}

/**
 * @param {import('./specification.js').Operation} operation
 * @param {import('./requests.js').Request} request
 * @param {import('./wire.js').Answer} answer
 */
function fairnessToOne(operation, { kind, body }, { status, text }) {
  if (kind === 'value' && status < SUCCESS && body !== undefined && !isAccepted(operation, JSON.parse(body.toString('utf8')))) {
    return ['a body was accepted that the specification refuses'];
  }
  if (kind !== 'accepted' || status < SUCCESS || CIRCUMSTANCES.includes(status)) return [];
  const { code, errors = [] } = text === '' ? { code: '' } : JSON.parse(text);
  const hasContradiction = errors.some((/** @type {{ code: string }} */ error) => error.code === 'revision-contradiction');
  return OF_THE_MODEL.includes(code) || hasContradiction ? [] : [`a proper request was refused with ${status} ${code}`];
}

/**
 * @param {import('./specification.js').Operation} operation
 * @param {unknown} value
 */
function isAccepted({ path, method, mediaTypes: [mediaType = ''] }, value) {
  const pointer = `/paths/${token(path)}/${method.toLowerCase()}/requestBody/content/${token(mediaType)}/schema`;
  return validator(asking, pointer)(value);
}

/**
 * An address that is no operation's is answered with a problem, with the methods there are, or with a page.
 *
 * @param {import('./requests.js').Request} request
 * @param {import('./wire.js').Answer} answer
 * @param {boolean} isKnown whether there is an operation with another method
 */
function answerOfNothing(request, answer, isKnown) {
  const { status, headers, text } = answer;
  if (status === 204 && request.method === 'OPTIONS') return headers['allow'] === undefined ? ['Allow is missing'] : [];
  if (status < SUCCESS)
    return isKnown || /json/.test(headers['content-type'] ?? '') ? [`nothing was answered with ${status}`] : [];
  if (![400, 404, 405, 414, 431].includes(status)) return [`nothing was answered with ${status}`];
  if (status === 405 && headers['allow'] === undefined) return ['Allow is missing'];
  if (headers['x-request-id'] === undefined) return ['X-Request-Id is missing'];
  if (headers['content-type'] !== 'application/problem+json') return [`${headers['content-type']} is no problem document`];
  return request.method === 'HEAD' ? [] : mismatches('/components/schemas/Problem', JSON.parse(text));
}

/**
 * @param {string} place JSON Pointer to the reply in the specification
 * @param {import('./requests.js').Request} request
 * @param {import('./wire.js').Answer} answer
 */
function conformity(place, { method }, { headers: received, text }) {
  /** @type {import('./specification.js').ReplyShape} */
  const { headers = {}, content } = at(place);
  const missing = Object.entries(headers)
    .filter(([name, header]) => resolved(header).required === true && received[name.toLowerCase()] === undefined)
    .map(([name]) => `${name} is missing`);
  if (content === undefined) return [...missing, ...(text === '' ? [] : ['there is a body'])];
  const [type = ''] = (received['content-type'] ?? '').split(';');
  if (content[type] === undefined) return [...missing, `${type} is not documented`];
  if (method === 'HEAD') return missing;
  const schema = `${place}/content/${token(type)}/schema`;
  if (type === NDJSON) {
    return [...missing, ...linesOf(text).flatMap((line) => mismatches(`${schema}/contentSchema`, JSON.parse(line)))];
  }
  const value = type.endsWith('json') ? JSON.parse(text) : type.endsWith('yaml') ? parse(text) : text;
  return [...missing, ...mismatches(schema, value)];
}

/**
 * The lines of a batch of answers, each of which has an end.
 *
 * @param {string} text
 */
function linesOf(text) {
  return text.split('\n').slice(0, -1);
}

/**
 * @param {string} pointer
 * @param {unknown} value
 */
function mismatches(pointer, value) {
  const validate = validator(closing, pointer);
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/**
 * @param {Ajv2020} ajv
 * @param {string} pointer
 */
function validator(ajv, pointer) {
  const id = `openapi#${encodeURI(pointer)}`;
  const validate = ajv.getSchema(id);
  if (validate === undefined) throw new RangeError(`There is no schema at ${pointer}.`);
  return validate;
}

/**
 * The same with every object closed: what is sent but not described is to be found out.
 *
 * @param {any} part
 * @returns {any}
 */
function closed(part) {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(closed);
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  return part.type === 'object' && part.properties !== undefined ? { additionalProperties: false, ...copy } : copy;
}
