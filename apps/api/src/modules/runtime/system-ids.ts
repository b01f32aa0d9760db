import { randomFillSync } from 'node:crypto';
import type { Ids } from '../../core/ids';

const TIME_DIGITS = 11;
const RANDOM_BYTES = 8;
const RANDOM_DIGITS = 13;
const CLIENT_ID_BYTES = 12;

/** Randomness is fetched for many ids at once: a call for each would cost more than all the rest of an id. */
const pool = Buffer.alloc(4 * 1024);
let used = pool.length;

/** Ids that sort by the time they were made, so that a database index grows at its end: milliseconds, then 52 random bits. */
export const systemIds: Ids = {
  requestId: () => {
    const time = Date.now().toString(16).padStart(TIME_DIGITS, '0');
    return `req_${time}${randomHex(RANDOM_BYTES).slice(0, RANDOM_DIGITS)}`;
  },
  withPrefix: (prefix) => prefix + randomHex(CLIENT_ID_BYTES),
};

function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
