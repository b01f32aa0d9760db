import { build } from '../build.mjs';
import { runSuites } from '../test-suites.mjs';

/** Runs every suite. Arguments go to jest: `npm test -- keypool`. */
export async function test(jestArgs) {
  await build();
  return runSuites('test', jestArgs);
}
