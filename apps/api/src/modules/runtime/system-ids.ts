import { randomBytes } from 'node:crypto';
import type { Ids } from '../../core/ids';

/** Ids from the random source of the machine: 96 bits each. */
export const systemIds: Ids = {
  requestId: () => `req_${randomBytes(12).toString('hex')}`,
};
