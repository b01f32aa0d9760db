import { parseArgs } from 'node:util';
import { build } from '../build.mjs';
import { runSuites } from '../test-suites.mjs';

const MOST_SEEDS = 1_000_000;

/**
 * Puts the built gateway under faults, by seed: `npm run test:faults -- --seed 7` repeats a run.
 * Further arguments pick suites by path.
 */
export async function testFaults(args) {
  const { seed, positionals, complaint } = readArguments(args);
  if (complaint !== undefined) {
    console.error(complaint);
    return 2;
  }
  await build(['api', 'gemini-simulator']);
  console.log(`Seed ${seed}; --seed ${seed} repeats this run.`);
  return runSuites('test:faults', positionals, { FAULTS_SEED: seed });
}

function readArguments(args) {
  try {
    const options = { seed: { type: 'string' } };
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const seed = values.seed ?? String(Math.floor(Math.random() * MOST_SEEDS));
    return { seed, positionals, complaint: /^\d+$/.test(seed) ? undefined : '--seed takes a whole number.' };
  } catch (error) {
    return { complaint: error.message };
  }
}
