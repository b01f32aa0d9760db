/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'],
  setupFiles: ['<rootDir>/jest.fast-check.js'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  testTimeout: 90_000,
  globalSetup: '<rootDir>/src/database/testing/jest-run.setup.ts',
  globalTeardown: '<rootDir>/src/database/testing/jest-run.teardown.ts',
};
