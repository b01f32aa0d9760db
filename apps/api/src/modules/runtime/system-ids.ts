import { randomBytes } from 'node:crypto';
import type { Ids } from '../../core/ids';

const TIME_DIGITS = 11;
const RANDOM_DIGITS = 13;

/** Ids that sort by the time they were made, so that a database index grows at its end: milliseconds, then 52 random bits. */
export const systemIds: Ids = {
  requestId: () => {
    const time = Date.now().toString(16).padStart(TIME_DIGITS, '0');
    return `req_${time}${randomBytes(7).toString('hex').slice(0, RANDOM_DIGITS)}`;
  },
};
