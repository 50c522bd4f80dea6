/** @import { DecisionModel } from '../../../src/decision/model/document.ts' */
/** @import { Outcome } from './rival.js' */

/**
 * The arithmetic that engines leave to those who use them: from the rules and gates that fired to what it comes to.
 * Written as one writes it who has read the method, apart from the product.
 *
 * @param {DecisionModel} decision
 */
export function createScoring({ alternatives, criteria, rules, gates = [] }) {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const shares = criteria.map(({ weight }) => weight / total);
  const scales = criteria.map(({ scale }) => scale);
  const places = rules.map(({ criterion }) => criteria.findIndex(({ id }) => id === criterion));
  const points = rules.map((rule) => alternatives.map(({ id }) => rule.points[id] ?? 0));
  const barred = gates.map(({ alternative }) => alternatives.findIndex(({ id }) => id === alternative));
  /** @param {readonly number[]} fired indices of rules */
  const sumsOf = (fired) => {
    const sums = criteria.map(() => alternatives.map(() => 0));
    for (const rule of fired) {
      const row = sums[places[rule] ?? 0] ?? [];
      for (let index = 0; index < row.length; index += 1) row[index] = (row[index] ?? 0) + (points[rule]?.[index] ?? 0);
    }
    return sums;
  };
  /**
   * @param {readonly number[]} fired indices of rules
   * @param {readonly number[]} closed indices of gates
   * @returns {Outcome}
   */
  return (fired, closed) => {
    const sums = sumsOf(fired);
    const scores = alternatives.map((_, index) => {
      let score = 50;
      for (let place = 0; place < sums.length; place += 1) {
        const value = (sums[place]?.[index] ?? 0) / (scales[place] ?? 1);
        score += 50 * (shares[place] ?? 0) * Math.max(-1, Math.min(1, value));
      }
      return score;
    });
    const contributions = new Map();
    for (const rule of fired) {
      const place = places[rule] ?? 0;
      const scale = scales[place] ?? 1;
      const worth = (50 * (shares[place] ?? 0)) / scale;
      const each = (points[rule] ?? []).map((of, index) => {
        return worth * of * Math.min(1, scale / Math.abs(sums[place]?.[index] ?? 0));
      });
      contributions.set(rule, each);
    }
    const out = alternatives.map(() => false);
    for (const gate of closed) out[barred[gate] ?? 0] = true;
    return { scores, out, contributions };
  };
}

/**
 * The positions of those that are true.
 *
 * @param {readonly unknown[]} flags
 * @param {number} from
 * @param {number} to
 */
export function positions(flags, from, to) {
  /** @type {number[]} */
  const found = [];
  for (let index = from; index < to; index += 1) if (flags[index] === true) found.push(index - from);
  return found;
}
