/** @type {import('jest').Config} */
export default {
  rootDir: '..',
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }],
  },
  globalSetup: '<rootDir>/.config/jest/start-postgresql.js',
  globalTeardown: '<rootDir>/.config/jest/stop-postgresql.js',
  maxWorkers: '100%',
  testTimeout: 30_000,
  coverageDirectory: 'coverage',
};
