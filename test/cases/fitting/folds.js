// Cross-validation: what a fit that has not seen a case says of it.

import { archetypes } from '../corpus.js';
import { SIDES } from '../trial/score.js';
import { asItStands, fitted, leaderOf, researched } from './fitted.js';
import { teller as tellerOf } from './rows.js';

/**
 * @import { CompiledModel } from '../trial/models.js'
 * @import { Case } from '../corpus.js'
 * @import { Settings } from './fitted.js'
 * @typedef {{ one: Case, recommended: string }} Guess
 * @typedef {{ drafted: readonly Guess[], all: readonly Guess[] }} Guesses
 */

/** A case counts half with either set of its answers; an archetype, which is no evidence, a quarter. */
const HALF = 0.5;
const QUARTER = 0.25;

/** @param {CompiledModel} first @param {CompiledModel} model @param {readonly Case[]} cases */
export function crossValidation(first, model, cases) {
  const teller = tellerOf(first, model);
  const rows = cases.map((one) => ({
    one,
    drafted: teller.row(one.drafted, one.actual, HALF),
    all: teller.row(one.all, one.actual, HALF),
  }));
  const typical = archetypes().map(({ answers, winner }) => teller.row(answers, winner, QUARTER));
  /** @param {(one: Case) => boolean} seen */
  const seenRows = (seen) => [...rows.filter(({ one }) => seen(one)).flatMap(({ drafted, all }) => [drafted, all]), ...typical];
  const whole = fitted(
    teller,
    seenRows(() => true),
  );
  /** @param {(one: Case) => Settings} settingsOf @returns {Guesses} */
  const guesses = (settingsOf) => {
    const told = rows.map(({ one, drafted, all }) => ({ one, drafted, all, settings: settingsOf(one) }));
    /** @param {'drafted' | 'all'} kind */
    const by = (kind) =>
      told.map(({ one, settings, ...row }) => ({ one, recommended: SIDES[leaderOf(teller, row[kind], settings)] ?? 'none' }));
    return { drafted: by('drafted'), all: by('all') };
  };
  /** @param {(one: Case) => string} key @returns {Guesses} */
  const leavingOut = (key) => {
    const fits = new Map(
      [...new Set(cases.map(key))].map((name) => [
        name,
        fitted(
          teller,
          seenRows((one) => key(one) !== name),
          { from: whole, steps: 20 },
        ),
      ]),
    );
    return guesses((one) => fits.get(key(one)) ?? whole);
  };
  return {
    criteria: teller.criteria,
    weights: teller.weights,
    whole,
    researched: guesses(() => researched(teller)),
    standing: guesses(() => asItStands(teller)),
    fitted: guesses(() => whole),
    leaveOneOut: leavingOut(({ id }) => id),
    leaveOneSourceOut: leavingOut(({ source }) => source),
  };
}
