// A test runner for Stryker that tries a mutant in a fraction of the time that a start of Jest takes. Before each mutant
// all modules of this project begin anew, so that none finds what another left behind, and so that it makes no difference
// whether a mutant is met while modules load or while tests run.

import { dirname, relative, sep } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { bundleTests } from './bundle.js';
import { tryOut } from './trial.js';

/** @typedef {import('@stryker-mutator/api/core').InstrumenterContext} InstrumenterContext what mutated sources read and write */
const STATUSES = /** @type {const} */ ({
  passed: TestStatus.Success,
  failed: TestStatus.Failed,
  skipped: TestStatus.Skipped,
});

createRunner.inject = tokens(commonTokens.options);

/**
 * @param {import('@stryker-mutator/api/core').StrykerOptions} options with the `tests` of the part
 * @returns {import('@stryker-mutator/api/test-runner').TestRunner}
 */
function createRunner({ tests }) {
  /** @type {Awaited<ReturnType<typeof bundleTests>>} */
  let bundle;
  let evaluations = 0;

  /** @returns {Promise<Readonly<Record<string, () => unknown>>>} functions that load files of tests, by the files */
  const fresh = async () => (await import(`${bundle.url}?evaluation=${evaluations++}`)).default;

  return {
    capabilities: () => ({ reloadEnvironment: true }),

    async init() {
      bundle = await bundleTests(/** @type {import('./bundle.js').Choice} */ (tests));
    },

    async dryRun() {
      /** @type {Record<string, Record<string, number>>} */
      const perTest = {};
      const outcomes = [];
      for (const file of bundle.files) {
        const context = begin({ mutantCoverage: { static: {}, perTest } });
        const onTest = (/** @type {string | undefined} */ id) => void Object.assign(context, { currentTestId: id });
        const found = await tryOut({ file, load: (await fresh())[file], isWanted: () => true, untilFailure: false, onTest });
        const atLoading = context.mutantCoverage?.static ?? {};
        for (const { id } of found) perTest[id] = { ...atLoading, ...perTest[id] };
        outcomes.push(...found);
      }
      return { status: DryRunStatus.Complete, tests: resultsOf(outcomes), mutantCoverage: { static: {}, perTest } };
    },

    async mutantRun({ activeMutant, testFilter = [], hitLimit }) {
      const wanted = new Set(testFilter);
      const context = begin({ activeMutant: activeMutant.id, ...(hitLimit !== undefined && { hitLimit, hitCount: 0 }) });
      const files = bundle.files.filter((file) => testFilter.some((id) => id.startsWith(`${file} `)));
      const loads = await fresh();
      const outcomes = [];
      for (const file of nearestFirst(files, activeMutant.fileName)) {
        const load = loads[file];
        outcomes.push(...(await tryOut({ file, load, isWanted: (id) => wanted.has(id), untilFailure: true })));
        if (outcomes.some(({ status }) => status === 'failed')) break;
      }
      const endless = determineHitLimitReached(context.hitCount, context.hitLimit);
      return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests: resultsOf(outcomes) });
    },
  };
}

/**
 * Sets what mutated sources read and write, in place of what the last mutant left.
 *
 * @param {InstrumenterContext} context
 */
function begin(context) {
  return Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: context })[INSTRUMENTER_CONSTANTS.NAMESPACE];
}

/**
 * Files of tests, those first that mirror where a source lies: they are the likeliest to find what is wrong with it.
 *
 * @param {readonly string[]} files
 * @param {string} source
 */
function nearestFirst(files, source) {
  const folders = dirname(relative(process.cwd(), source)).split(sep).slice(1);
  const shared = (/** @type {string} */ file) => {
    const own = file.split(sep).slice(1);
    const apart = folders.findIndex((folder, depth) => own[depth] !== folder);
    return apart === -1 ? folders.length : apart;
  };
  return files.toSorted((one, other) => shared(other) - shared(one));
}

/**
 * @param {readonly import('./trial.js').Outcome[]} outcomes
 * @returns {import('@stryker-mutator/api/test-runner').TestResult[]}
 */
function resultsOf(outcomes) {
  return outcomes.map(({ id, file, status, milliseconds, failure }) => ({
    id,
    name: id,
    fileName: file,
    timeSpentMs: milliseconds,
    status: STATUSES[status],
    failureMessage: failure,
  }));
}

/** What Stryker finds in this module. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'anew', createRunner)];
