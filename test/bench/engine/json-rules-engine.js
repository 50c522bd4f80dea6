import { Engine } from 'json-rules-engine';
import { createScoring } from './scoring.js';

/** @import { NestedCondition } from 'json-rules-engine' */
/** @import { Condition } from '../../../src/decision/model/condition.ts' */
/** @import { Outcome, RivalMaker } from './rival.js' */

/**
 * A rule of its own for every rule and gate, their events scored afterwards.
 *
 * @type {RivalMaker}
 */
export function jsonRulesEngine(decision, said) {
  const engine = new Engine();
  const scored = createScoring(decision);
  for (const [type, list] of Object.entries({ rule: decision.rules, gate: decision.gates ?? [] })) {
    for (const [index, { when }] of list.entries()) {
      engine.addRule({ conditions: { all: [conditionOf(when)] }, event: { type, params: { index } } });
    }
  }
  /** @type {Outcome} */
  let latest = scored([], []);
  return {
    async evaluate(position) {
      const { events } = await engine.run(said[position]);
      const of = (/** @type {string} */ type) =>
        events.flatMap((event) => (event.type === type ? Number(event.params?.['index']) : []));
      latest = scored(
        of('rule').sort((one, other) => one - other),
        of('gate'),
      );
    },
    outcome: () => latest,
  };
}

/**
 * @param {Condition} condition
 * @returns {NestedCondition}
 */
function conditionOf(condition) {
  if ('all' in condition) return { all: condition.all.map(conditionOf) };
  if ('any' in condition) return { any: condition.any.map(conditionOf) };
  if ('not' in condition) return { not: conditionOf(condition.not) };
  if ('fact' in condition) throw new RangeError('the decision has no facts');
  const { question: fact, is, in: among, has, atLeast } = condition;
  if (is !== undefined) return { fact, operator: 'equal', value: is };
  if (among !== undefined) return { fact, operator: 'in', value: among };
  if (has !== undefined) return { fact, operator: 'contains', value: has };
  return { fact, operator: 'greaterThanInclusive', value: atLeast };
}
