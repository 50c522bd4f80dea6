import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { NDJSON } from '../../src/contract/operation.ts';
import { OPERATIONS, type OperationId } from '../../src/contract/operations.ts';

/** What came back, as far as the specification speaks of it. */
export interface Observed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

interface Referable {
  readonly $ref?: string;
}

interface ResponseObject extends Referable {
  readonly headers?: Readonly<Record<string, Referable & { readonly required?: boolean }>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** Says what about a response the committed specification does not allow, and remembers which statuses it has seen. */
export class ContractChecker {
  readonly seen = new Set<string>();
  readonly #document = closed(parse(readFileSync('openapi.yaml', 'utf8')));
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor() {
    formats.default(this.#ajv);
    this.#ajv.addSchema(this.#document, 'openapi');
  }

  /** Everything that is wrong with a response; an empty list when it is as specified. */
  findings(operation: OperationId, observed: Observed): readonly string[] {
    const { method, path } = OPERATIONS[operation];
    const pointer = `/paths/${token(path)}/${method}/responses/${observed.status}`;
    const named = this.#at<ResponseObject>(pointer);
    if (named === undefined) return [`${operation} does not document ${observed.status}`];
    this.seen.add(`${operation} ${observed.status}`);
    const place = named.$ref?.slice(1) ?? pointer;
    const shape = this.#resolved(named);
    return [...this.#headerFindings(shape, observed), ...this.#bodyFindings(shape, place, observed)];
  }

  /** Everything that is wrong with what a webhook was told. */
  eventFindings(body: string): readonly string[] {
    const event = JSON.parse(body);
    const validate = this.#validator(`/webhooks/${token(event.type)}/post/requestBody/content/application~1json/schema`);
    return validate(event) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  #headerFindings({ headers = {} }: ResponseObject, observed: Observed): readonly string[] {
    return Object.entries(headers)
      .filter(([name, header]) => this.#resolved(header).required === true && observed.headers[name.toLowerCase()] === undefined)
      .map(([name]) => `the header ${name} is missing`);
  }

  #bodyFindings({ content }: ResponseObject, place: string, { headers, text }: Observed): readonly string[] {
    if (content === undefined) return text === '' ? [] : ['there is a body'];
    const [type = ''] = (headers['content-type'] ?? '').split(';');
    if (type.startsWith('text/') !== headers['content-type']?.endsWith('; charset=utf-8'))
      return [`${type} does not say its charset`];
    if (content[type] === undefined) return [`${type} is not among ${Object.keys(content).join(', ')}`];
    const pointer = `${place}/content/${token(type)}/schema`;
    if (type === NDJSON) return linesIn(text).flatMap((line) => this.#mismatches(`${pointer}/contentSchema`, JSON.parse(line)));
    const value: unknown = type.endsWith('json') ? JSON.parse(text) : type.endsWith('yaml') ? parse(text) : text;
    return this.#mismatches(pointer, value);
  }

  #mismatches(pointer: string, value: unknown): readonly string[] {
    const validate = this.#validator(pointer);
    return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  #validator(pointer: string): ValidateFunction {
    const known = this.#compiled.get(pointer) ?? this.#ajv.compile({ $ref: `openapi#${encodeURI(pointer)}` });
    this.#compiled.set(pointer, known);
    return known;
  }

  #resolved<T extends Referable>(part: T): T {
    return part.$ref === undefined ? part : (this.#at<T>(part.$ref.slice(1)) ?? part);
  }

  #at<T>(pointer: string): T | undefined {
    const tokens = pointer
      .split('/')
      .slice(1)
      .map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'));
    return tokens.reduce((part, one) => part?.[one], this.#document);
  }
}

/** The lines of a text that ends each of them. */
function linesIn(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}

function token(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The same document with every object closed: what is sent but not described is to be found out. */
// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
function closed(part: any): any {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(closed);
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  return part.type === 'object' && part.properties !== undefined ? { additionalProperties: false, ...copy } : copy;
}
