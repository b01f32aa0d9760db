/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src'],
  setupFiles: ['<rootDir>/jest.fast-check.js'],
  transform: { '^.+\\.ts$': '@swc/jest' },
};
