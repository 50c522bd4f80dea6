// What Stryker has not of its own. A sample of mutants: once it has planned what to try, those that are not drawn are
// ignored, whatever they are, so that the score of the others is an unbiased estimate of the score of all. And a line for
// each mutant that survives, as soon as that is known: a run takes long, and who ends it early is to have something of it.

import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { PlanKind } from '@stryker-mutator/api/core';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';

/** @typedef {import('@stryker-mutator/api/core').MutantTestPlan} MutantTestPlan */

/** Why a mutant is ignored that is not drawn. */
export const NOT_DRAWN = 'not drawn';

createDraw.inject = tokens(commonTokens.options);

/**
 * @param {import('@stryker-mutator/api/core').StrykerOptions} options with the `sample`, unless all mutants are tried
 * @returns {import('@stryker-mutator/api/report').Reporter}
 */
function createDraw({ sample }) {
  return { ...drawing(sample), onMutantTested: tellSurvivor };
}

/**
 * @param {unknown} sample
 * @returns {import('@stryker-mutator/api/report').Reporter}
 */
function drawing(sample) {
  if (sample === undefined) return {};
  const { size, seed } = /** @type {{ readonly size: number, readonly seed: string }} */ (sample);
  return {
    // Stryker shows its plans to reporters before it carries them out; changed in place, they are carried out as changed.
    onMutationTestingPlanReady({ mutantPlans }) {
      const trials = mutantPlans.filter(({ plan }) => plan === PlanKind.Run);
      const drawn = new Set(drawnOf(trials, size, seed));
      for (const trial of trials) if (!drawn.has(trial)) Object.assign(trial, ignored(trial));
    },
  };
}

/**
 * As many plans as there are wanted, each as likely as any other; the same ones for the same sources and the same seed.
 *
 * @param {readonly MutantTestPlan[]} plans
 * @param {number} size
 * @param {string} seed
 */
function drawnOf(plans, size, seed) {
  const lots = plans.map((plan) => ({ plan, lot: lotOf(plan, seed) }));
  lots.sort((one, other) => (one.lot < other.lot ? -1 : 1));
  return lots.slice(0, size).map(({ plan }) => plan);
}

/**
 * @param {MutantTestPlan} plan
 * @param {string} seed
 */
function lotOf({ mutant: { fileName, location, mutatorName, replacement } }, seed) {
  const { start, end } = location;
  const place = [relative(process.cwd(), fileName), start.line, start.column, end.line, end.column];
  return createHash('sha256')
    .update(JSON.stringify([seed, ...place, mutatorName, replacement]))
    .digest('hex');
}

/**
 * @param {MutantTestPlan} plan
 * @returns {MutantTestPlan}
 */
function ignored({ mutant }) {
  return { plan: PlanKind.EarlyResult, mutant: { ...mutant, status: 'Ignored', statusReason: NOT_DRAWN } };
}

/** @param {import('@stryker-mutator/api/core').MutantResult} result */
function tellSurvivor({ status, fileName, location: { start }, replacement = '' }) {
  if (status !== 'Survived' && status !== 'NoCoverage') return;
  const lines = replacement.trim().split('\n');
  const instead = lines.length > 1 ? `${lines[0]} … ${lines.at(-1)?.trim()}` : lines[0];
  process.stdout.write(`unnoticed: ${relative(process.cwd(), fileName)}:${start.line}:${start.column} with ${instead}\n`);
}

/** What Stryker finds in this module. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.Reporter, 'draw', createDraw)];
