/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/src/testing/browser-environment.cjs',
  roots: ['<rootDir>/src'],
  setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'],
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  testTimeout: 60_000,
};
