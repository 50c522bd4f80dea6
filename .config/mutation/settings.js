import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Percent of the mutants that tests have to notice. */
export const LEAST_SCORE = 85;

/**
 * Settings of Stryker for a part of the sources.
 *
 * @param {string} name of the part
 * @param {import('./parts.js').Part} part
 * @param {{ readonly size: number, readonly seed: string } | undefined} sample how many mutants are drawn, all when left out
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export function settingsOf(name, { sources, tests }, sample) {
  return {
    mutate: [...sources],
    // The compiler does not believe that an index is within bounds: most `?.` are there for it alone, and nobody can tell
    // whether they are.
    mutator: { excludedMutations: ['OptionalChaining'] },
    tests,
    sample,
    plugins: ['./.config/mutation/runner.js', './.config/mutation/draw.js'],
    testRunner: 'anew',
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // Modules that were loaded once stay in the memory of a process, until collecting garbage takes all of its time.
    maxTestRunnerReuse: 50,
    dryRunTimeoutMinutes: 60,
    timeoutMS: 15_000,
    timeoutFactor: 1.5,
    thresholds: { high: 95, low: 90, break: sample === undefined ? LEAST_SCORE : null },
    reporters: ['draw', 'clear-text', 'progress-append-only', 'json'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `reports/mutation/${name}.json` },
    // Stryker rewrites the project's one with an API that TypeScript 7 does not have; nothing compiles here anyway.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    allowConsoleColors: false,
    warnings: { unknownOptions: false, slow: false },
    ignorePatterns: ['/docs', '/reports', '/src/embed', '/test/browser', '/test/embed'],
    tempDirName: join(tmpdir(), `delivery-advisor-mutation-${process.pid}`),
  };
}
