import { createRequire } from 'node:module';
import { createScoring, positions } from './scoring.js';

/** @import { Condition } from '../../../src/decision/model/condition.ts' */
/** @import { Outcome, RivalMaker } from './rival.js' */

const require = createRequire(import.meta.url);
/** @type {{ apply(logic: unknown, data: unknown): unknown }} */
const engine = require('json-logic-js');

/**
 * One expression that lists the truth of every rule and gate, scored afterwards.
 *
 * @type {RivalMaker}
 */
export function jsonLogic(decision, said) {
  const { rules, gates = [] } = decision;
  const logic = [...rules, ...gates].map(({ when }) => logicOf(when));
  const scored = createScoring(decision);
  /** @type {Outcome} */
  let latest = scored([], []);
  return {
    evaluate(position) {
      const truths = engine.apply(logic, said[position]);
      if (!Array.isArray(truths)) throw new TypeError('a list was asked for');
      latest = scored(positions(truths, 0, rules.length), positions(truths, rules.length, truths.length));
    },
    outcome: () => latest,
  };
}

/**
 * @param {Condition} condition
 * @returns {unknown}
 */
function logicOf(condition) {
  if ('all' in condition) return { and: condition.all.map(logicOf) };
  if ('any' in condition) return { or: condition.any.map(logicOf) };
  if ('not' in condition) return { '!': [logicOf(condition.not)] };
  if ('fact' in condition) throw new RangeError('the decision has no facts');
  const { question, is, in: among, has, atLeast } = condition;
  const answer = { var: question };
  if (is !== undefined) return { '===': [answer, is] };
  if (among !== undefined) return { in: [answer, among] };
  if (has !== undefined) return { in: [has, answer] };
  return { '>=': [answer, atLeast] };
}
