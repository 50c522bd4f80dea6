// Values that a schema of the specification accepts, and that make sense: ids of what there is, real answers, real weights.

import fc from 'fast-check';
import { resolved } from './specification.js';

/**
 * What there is in a service that requests can be about.
 *
 * @typedef {object} World
 * @property {readonly string[]} ids UUIDs of assessments and of recommendations that there are or may come to be
 * @property {readonly string[]} keys ids of API keys that may be revoked
 * @property {readonly string[]} webhooks ids of webhooks, and of what they were told
 * @property {readonly string[]} deliveries
 * @property {{ readonly properties?: Readonly<Record<string, unknown>> }} answers schema of the answers to the built-in model
 * @property {readonly string[]} criteria of the built-in model
 * @property {string} version the latest of the built-in model
 *
 * @typedef {Record<string, fc.Arbitrary<unknown>>} Parts
 */

const MODEL = 'delivery-approach';
const TIMES = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString());

/** Few names, so that requests meet one another. */
const NAMES = fc.constantFrom('payments', 'component:default/payments', 'Größe ✓', '日本語', '👩‍💻 team', "'; --", '<b>', '=1+1');
const WORDS = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((text) => `~${text.replaceAll(/\p{C}/gu, '')}`);
const WEIGHTS = fc.oneof(fc.constantFrom(0, 1, 5, 1e9, 0.1, 5e-324), fc.double({ min: 0, max: 10, noNaN: true }));
const NEW_KEYS = fc.oneof(
  fc.record({ name: NAMES, permissions: fc.constant(['models:read']) }),
  fc.record({
    name: NAMES,
    kind: fc.constant('embed'),
    model: fc.constant(MODEL),
    origins: fc.constant(['https://portal.example.org']),
  }),
);

/**
 * Arbitrary values by schema.
 *
 * @param {World} world
 */
export function acceptedValues(world) {
  const known = fc.constantFrom(...world.ids);
  const uuids = fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: fc.uuid({ version: 7 }) });
  const newUuids = fc.oneof({ weight: 1, arbitrary: known }, { weight: 3, arbitrary: fc.uuid({ version: 7 }) });
  const named = namedValues(world);
  /**
   * Components whose schema says less than there is to say.
   *
   * @type {Map<string, fc.Arbitrary<unknown>>}
   */
  const components = new Map();
  const answers = mapped(world.answers.properties ?? {}, (schema) => ofSchema(schema));
  const weights = Object.fromEntries(world.criteria.map((id) => [id, WEIGHTS]));
  components
    .set('Answers', someOf(answers))
    .set('AnswerChanges', someOf(mapped(answers, orRemove)))
    .set('Weights', someOf(weights))
    .set('WeightChanges', someOf(mapped(weights, orRemove)))
    .set('NewApiKey', NEW_KEYS)
    .set('NewAssessment', ofSchema({ $ref: '#/components/schemas/NewAssessment' }).map(withSubject));

  /**
   * @param {any} schema
   * @param {string} name of the parameter or property; '' where it has none
   * @returns {fc.Arbitrary<any>}
   */
  function ofSchema(schema, name = '') {
    const { enum: names, anyOf, type, ...rest } = resolved(schema);
    if (anyOf !== undefined) return fc.oneof(...anyOf.map((/** @type {unknown} */ one) => ofSchema(one)));
    if (names !== undefined) return fc.constantFrom(...names);
    if (name === 'id') return newUuids;
    return named.get(name) ?? ofType(type, rest);
  }

  /**
   * @param {string} type
   * @param {any} schema
   * @returns {fc.Arbitrary<any>}
   */
  function ofType(type, schema) {
    switch (type) {
      case 'object':
        return fc.record(mapped(schema.properties, ofPart), { requiredKeys: [...(schema.required ?? [])] });
      case 'array':
        return ofList(schema);
      case 'integer':
        return fc.integer({ min: schema.minimum, max: schema.maximum });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        return { uuid: uuids, 'date-time': TIMES }[String(schema.format)] ?? fc.oneof(NAMES, WORDS);
    }
  }

  /** @param {any} schema */
  function ofList({ items, minItems = 0, maxItems = 6, uniqueItems, then }) {
    const bounds = { minLength: minItems, maxLength: then === undefined ? Math.min(maxItems, 6) : 1 };
    const selector = (/** @type {unknown} */ item) => JSON.stringify(item);
    return uniqueItems ? fc.uniqueArray(ofSchema(items), { ...bounds, selector }) : fc.array(ofSchema(items), bounds);
  }

  /**
   * @param {any} schema
   * @param {string} name
   */
  function ofPart(schema, name) {
    return components.get(String(schema.$ref).replace(/^.*\//, '')) ?? ofSchema(schema, name);
  }

  return {
    /**
     * A body that an operation reads.
     *
     * @param {any} schema
     */
    body: (schema) => ofPart(schema, ''),
    /**
     * A value for a parameter of an operation at a path.
     *
     * @param {string} path
     * @param {import('./specification.js').Parameter} parameter
     */
    parameter(path, { name, schema }) {
      if (name === 'delivery') return fc.constantFrom(...world.deliveries);
      if (name === 'id' && path.startsWith('/v1/webhooks')) return fc.constantFrom(...world.webhooks);
      if (name !== 'id') return ofSchema(schema, name);
      return fc.constantFrom(...(path.startsWith('/v1/api-keys') ? world.keys : world.ids));
    },
  };
}

/**
 * Parameters and properties that have to fit what there is, by their names.
 *
 * @param {World} world
 * @returns {ReadonlyMap<string, fc.Arbitrary<unknown>>}
 */
function namedValues({ answers, version }) {
  return new Map(
    Object.entries({
      model: fc.constant(MODEL),
      version: fc.constant(version),
      locked: fc.subarray(Object.keys(answers.properties ?? {})),
      url: fc.constantFrom('https://receiver.invalid/told', 'https://other.invalid:8443/?by=x'),
      revision: fc.integer({ min: 1, max: 4 }),
      recommended: fc.constantFrom('gitops', 'cicd', 'hybrid', 'none'),
      'If-Match': fc.constantFrom('*', '"1"', '"2"', 'W/"1"', '"1", "2", "3"', '"x"'),
      'Idempotency-Key': fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom('the-first-key', '"quoted-key"') },
        { weight: 4, arbitrary: fc.uuid() },
      ),
      'Accept-Language': fc.constantFrom('en', 'de-AT, en;q=0.5', '*', 'tlh'),
    }),
  );
}

/**
 * An assessment needs a subject, save where it names an older one to take it from.
 *
 * @param {Readonly<Record<string, unknown>>} wish
 */
function withSubject(wish) {
  return 'from' in wish ? wish : { subject: { ref: 'payments' }, ...wish };
}

/** @param {Parts} parts */
function someOf(parts) {
  return fc.record(parts, { requiredKeys: [] });
}

/** @param {fc.Arbitrary<unknown>} value */
function orRemove(value) {
  return fc.oneof(value, fc.constant({ remove: true }));
}

/**
 * @template T
 * @template U
 * @param {Readonly<Record<string, T>>} parts
 * @param {(part: T, name: string) => U} change
 * @returns {Record<string, U>}
 */
function mapped(parts, change) {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, change(part, name)]));
}
