import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What every mutant is tried with: the tests of its part in one file, each as long as none before it failed. */
const JEST = {
  rootDir: '.',
  roots: ['<rootDir>/.config/mutation'],
  testMatch: ['**/tests.js'],
  testEnvironment: './.config/mutation/until-failure.js',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }],
  },
  moduleNameMapper: { '^fast-check$': '<rootDir>/.config/mutation/few-checks.js' },
  testTimeout: 60_000,
};

/**
 * Settings of Stryker for one part of the sources.
 *
 * @typedef {object} Part
 * @property {readonly string[]} sources patterns of files
 * @property {readonly string[]} tests folders or files, in the order in which they run
 * @property {number} atLeast the score below which the run fails
 *
 * @param {Part} part
 */
export function mutationOf({ sources, tests, atLeast }) {
  return {
    mutate: [...sources],
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: {
      projectType: 'custom',
      enableFindRelatedTests: false,
      config: { ...JEST, globals: { TESTS: tests } },
    },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 15_000,
    timeoutFactor: 1.5,
    thresholds: { high: 95, low: 90, break: atLeast },
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false },
    // Stryker rewrites the project's one with an API that TypeScript 7 does not have; nothing compiles here anyway.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    allowConsoleColors: false,
    ignorePatterns: ['before', 'docs', 'src/embed', 'test/browser', 'test/embed'],
    tempDirName: join(tmpdir(), 'delivery-advisor-mutation'),
  };
}
