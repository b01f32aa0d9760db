import { seededRandom } from '../test/support/fuzzing/seeded-random';

/** The seed of this run; `npm run test:faults -- --seed N` repeats another one. */
export const SEED = Number(process.env.FAULTS_SEED ?? 1);

/** Numbers from 0 to 1 that are the same for the same seed of the run and the same name. */
export function chanceFor(name: string): () => number {
  let mixed = SEED | 0;
  for (const character of name) mixed = Math.imul(mixed ^ character.codePointAt(0)!, 0x9e3779b1);
  return seededRandom(mixed);
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number, random: () => number): number {
  return least + Math.floor(random() * (most - least + 1));
}
