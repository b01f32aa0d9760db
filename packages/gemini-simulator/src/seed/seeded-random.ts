import { createHash } from 'node:crypto';

/** A number from 0 (inclusive) to 1 (exclusive). */
export type RandomFn = () => number;

/** The same numbers for the same seed and names, on every machine (mulberry32). */
export function seededRandom(...seed: readonly (string | number)[]): RandomFn {
  let state = createHash('sha256').update(seed.join('\u0000')).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `length` characters of `[A-Za-z0-9_-]` that follow from the seed, for ids and made-up keys. */
export function seededId(length: number, ...seed: readonly (string | number)[]): string {
  let id = '';
  for (let round = 0; id.length < length; round++) {
    id += createHash('sha256')
      .update([...seed, round].join('\u0000'))
      .digest('base64url');
  }
  return id.slice(0, length);
}
