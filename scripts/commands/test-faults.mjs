import { parseArgs } from 'node:util';
import { build } from '../build.mjs';
import { runSuites } from '../test-suites.mjs';

const MOST_SEEDS = 1_000_000;

/**
 * Puts the built gateway under faults, by seed: `npm run test:faults -- --seed 7` repeats a run.
 * Further arguments pick suites by path.
 */
export async function testFaults(args) {
  const { values, positionals } = parseArgs({
    args,
    options: { seed: { type: 'string' } },
    allowPositionals: true,
  });
  const seed = values.seed ?? String(Math.floor(Math.random() * MOST_SEEDS));
  if (!/^\d+$/.test(seed)) {
    console.error('--seed takes a whole number.');
    return 2;
  }
  await build(['api', 'gemini-simulator']);
  console.log(`Seed ${seed}; --seed ${seed} repeats this run.`);
  return runSuites('test:faults', positionals, { FAULTS_SEED: seed });
}
