// Figures over results: how often right, how evenly, how sure.

/** @import { Result } from './trial.js' */

/** The alternatives, in the order of the model. */
export const SIDES = /** @type {const} */ (['cicd', 'gitops', 'hybrid']);

/** Chances are taken as no smaller than half a sample in a hundred, so that one surprise does not decide a mean of logarithms. */
const LEAST_CHANCE = 0.005;

/** @typedef {Pick<Result, 'one' | 'recommended'>} Guess */

/** @param {Guess} guess */
export function isRight({ one, recommended }) {
  return one.actual === recommended;
}

/** @param {readonly Guess[]} guesses */
export function accuracy(guesses) {
  return guesses.filter(isRight).length / guesses.length;
}

/** The mean of the accuracies for each alternative. @param {readonly Guess[]} guesses */
export function balanced(guesses) {
  const parts = SIDES.map((side) => accuracy(guesses.filter(({ one }) => one.actual === side)));
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/** Mean surprise, in nats; 1.099 is that of who knows nothing. @param {readonly Result[]} results */
export function logLoss(results) {
  return -results.reduce((sum, { chance }) => sum + Math.log(Math.max(LEAST_CHANCE, chance)), 0) / results.length;
}

/** @template {Guess} G @param {readonly G[]} guesses */
export function onKubernetes(guesses) {
  return guesses.filter(({ one }) => /** @type {readonly string[]} */ (one.drafted['targets']).includes('kubernetes'));
}

/** How many of each actual alternative were told which. @param {readonly Guess[]} guesses */
export function confusion(guesses) {
  return SIDES.map((actual) =>
    SIDES.map((told) => guesses.filter(({ one, recommended }) => one.actual === actual && recommended === told).length),
  );
}

/** How many had each verdict, and how many of these were right. @param {readonly Result[]} results */
export function calibration(results) {
  return ['clear', 'leaning', 'too-close'].map((verdict) => {
    const those = results.filter((result) => result.verdict === verdict);
    return { verdict, count: those.length, right: those.filter(isRight).length };
  });
}
