// What fitting sees of a case: for each rule that fires, its criterion and its points in the first version and in this one.

import { judged } from '../trial/judged.js';

/**
 * @import { CompiledModel, DecisionModel } from '../trial/models.js'
 * @typedef {DecisionModel['rules'][number]} Rule
 * @import { RawAnswers } from '../corpus.js'
 * @typedef {'habits' | 'half-hybrid' | 'pairs' | 'added'} Reform
 * @typedef {object} Step points of one alternative that a rule gives: `base`, and `by` with the full strength of a reform
 * @property {number} criterion
 * @property {number} alternative
 * @property {number} base
 * @property {number} by
 * @property {number} reform index in REFORMS
 * @typedef {object} Row
 * @property {readonly Step[]} steps
 * @property {readonly boolean[]} left alternatives that are not out
 * @property {number} actual
 * @property {number} weight
 * @typedef {object} Teller turns answers into a row
 * @property {(answers: RawAnswers, actual: string, weight: number) => Row} row
 * @property {readonly number[]} weights researched weights of the criteria
 * @property {number} scale
 * @property {readonly string[]} criteria
 */

/** Changes by hand against 1.0.0, whose strengths are fitted: 0 leaves the researched value, 1 is the value of this version. */
export const REFORMS = /** @type {const} */ (['habits', 'half-hybrid', 'pairs', 'added']);

/** @param {CompiledModel} firstModel @param {CompiledModel} model @returns {Teller} */
export function teller(firstModel, model) {
  const [first, now] = [firstModel.document, model.document];
  const sides = model.alternatives.map(({ id }) => id);
  const criteria = now.criteria.map(({ id }) => id);
  const added = new Set(now.questions.map(({ id }) => id).filter((id) => first.questions.every((one) => one.id !== id)));
  const known = new Map(first.rules.map((rule) => [rule.id, rule]));
  const standing = new Map(now.rules.map((rule) => [rule.id, rule]));
  const steps = new Map(
    [...known, ...standing].map(([id]) => [
      id,
      stepsOf({ before: known.get(id), after: standing.get(id) }, { sides, criteria, added }),
    ]),
  );
  return {
    criteria,
    weights: first.criteria.map(({ weight }) => weight),
    scale: now.criteria[0]?.scale ?? 1,
    row: (answers, actual, weight) => {
      const { fired, excluded } = judged(model, answers);
      const gone = judged(firstModel, answers).fired.map((index) => firstModel.rules[index]?.entry.id ?? '');
      const rules = [...fired.map((index) => model.rules[index]?.entry.id ?? ''), ...gone.filter((id) => !standing.has(id))];
      return {
        steps: rules.flatMap((id) => steps.get(id) ?? []),
        left: excluded.map((reasons) => reasons.length === 0),
        actual: sides.indexOf(actual),
        weight,
      };
    },
  };
}

/**
 * @param {{ before: Rule | undefined, after: Rule | undefined }} versions
 * @param {{ sides: readonly string[], criteria: readonly string[], added: ReadonlySet<string> }} context
 * @returns {readonly Step[]}
 */
function stepsOf({ before, after }, { sides, criteria, added }) {
  const when = JSON.stringify(after?.when ?? '');
  const fresh = [...added].some((id) => when.includes(`"${id}"`));
  return sides.map((side, alternative) => {
    const base = before?.points[side] ?? 0;
    const kept = side === 'hybrid' ? 'half-hybrid' : 'habits';
    const reform = REFORMS.indexOf(fresh ? 'added' : before === undefined ? 'pairs' : kept);
    return {
      criterion: criteria.indexOf((after ?? before)?.criterion ?? ''),
      alternative,
      base,
      by: (after?.points[side] ?? 0) - base,
      reform,
    };
  });
}
