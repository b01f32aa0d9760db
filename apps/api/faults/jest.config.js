/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  rootDir: '..',
  roots: ['<rootDir>/faults'],
  testMatch: ['**/*.faults-spec.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  testTimeout: 240_000,
  // One after the other: each has a gateway and a load of its own, and the machine may have two cores.
  maxWorkers: 1,
  // Clients that were left hanging on purpose do not keep the run from ending.
  forceExit: true,
};
