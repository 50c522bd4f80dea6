/**
 * A part of the sources, and the tests that are to notice what is wrong with it.
 *
 * @typedef {object} Part
 * @property {readonly string[]} sources patterns of files
 * @property {import('./bundle.js').Choice} tests
 */

/** @satisfies {Readonly<Record<string, Part>>} */
export const PARTS = {
  /** Who is let in, and who is not. The access matrix would find more, at a second for each mutant to start a service. */
  authentication: {
    sources: ['src/services/identity/**/*.ts', 'src/http/authentication.ts', 'src/http/input/bearer.ts', 'src/oidc/**/*.ts'],
    tests: {
      paths: ['test/services/identity', 'test/oidc', 'test/http/authentication.test.ts', 'test/http/input/bearer.test.ts'],
      without: [],
    },
  },
  /** What a recommendation is; without tests that take long and find little, so that the score is a lower bound. */
  decision: {
    sources: ['src/decision/**/*.ts'],
    tests: {
      paths: ['test/decision'],
      without: ['test/decision/sensitivity/large-models.test.ts', 'test/decision/sensitivity/next-question-length.test.ts'],
    },
  },
};
