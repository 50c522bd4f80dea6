/** @type {import('jest').Config} */
export default {
  rootDir: '..',
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }],
  },
  globalSetup: '<rootDir>/.config/jest/before-all.js',
  globalTeardown: '<rootDir>/.config/jest/after-all.js',
  maxWorkers: '100%',
  // Modules of finished suites are not always let go of, and collecting garbage among gigabytes of them takes its time.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
  coverageDirectory: 'coverage',
};
