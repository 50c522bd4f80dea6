/** @import { DecisionModel } from '../../../src/decision/model/document.ts' */
/** @import { Said } from './decision.js' */

/**
 * What a decision comes to: all by index, contributions by the index of a fired rule, then that of the alternative.
 *
 * @typedef {{
 *   readonly scores: readonly number[],
 *   readonly out: readonly boolean[],
 *   readonly contributions: ReadonlyMap<number, readonly number[]>,
 * }} Outcome
 *
 * An engine made ready for one decision. It evaluates answers of which there are `count`, by their position in the list
 * that it was given: that leaves it the choice of the form in which it likes them best, made before it is timed. What it
 * evaluated last can be asked for, so that nothing has to be brought into one form while it is timed.
 *
 * @typedef {{
 *   readonly evaluate: (position: number) => void | Promise<void>,
 *   readonly outcome: () => Outcome,
 * }} Rival
 *
 * @typedef {(decision: DecisionModel, said: readonly Said[]) => Rival} RivalMaker
 */

/** Numbers nearer than this are the same but for the order in which they were added up. */
const SAME = 1e-9;

/**
 * Makes engines ready for a decision, and has each evaluate all answers to see that they agree.
 *
 * @template {string} Name
 * @param {DecisionModel} decision
 * @param {readonly Said[]} said
 * @param {Readonly<Record<Name, RivalMaker>>} makers the first is the one that the others have to agree with
 * @returns {Promise<readonly (readonly [Name, Rival])[]>}
 */
export async function agreeing(decision, said, makers) {
  const names = /** @type {Name[]} */ (Object.keys(makers));
  const rivals = names.map((name) => /** @type {const} */ ([name, makers[name](decision, said)]));
  for (const position of said.keys()) {
    const outcomes = await Promise.all(rivals.map(([, rival]) => outcomeAt(rival, position)));
    const dissenter = outcomes.findIndex((outcome) => !agree(outcome, outcomes[0]));
    if (dissenter >= 0) throw new Error(`${names[dissenter]} does not agree with ${names[0]} on answers ${position}.`);
  }
  return rivals;
}

/**
 * @param {Rival} rival
 * @param {number} position
 */
async function outcomeAt(rival, position) {
  await rival.evaluate(position);
  return rival.outcome();
}

/**
 * @param {Outcome} one
 * @param {Outcome | undefined} other
 */
function agree(one, other) {
  if (other === undefined) return false;
  return (
    near(one.scores, other.scores) &&
    near(one.out.map(Number), other.out.map(Number)) &&
    one.contributions.size === other.contributions.size &&
    [...one.contributions].every(([rule, contributions]) => near(contributions, other.contributions.get(rule) ?? []))
  );
}

/**
 * @param {readonly number[]} numbers
 * @param {readonly number[]} others
 */
function near(numbers, others) {
  return (
    numbers.length === others.length && numbers.every((number, index) => Math.abs(number - (others[index] ?? Number.NaN)) < SAME)
  );
}
