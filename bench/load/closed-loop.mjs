import { autocannonLoad } from './autocannon-load.mjs';
import { hasWrk, wrk } from './wrk.mjs';

/**
 * @typedef {object} LoadResult
 * @property {number} requests answered
 * @property {number} seconds
 * @property {number} failed requests with a status outside 2xx or without an answer
 * @property {number} p50Ms
 * @property {number} p99Ms
 */

export const loadTool = hasWrk() ? 'wrk' : 'autocannon';

/** Keeps `connections` busy for `seconds`. @returns {Promise<LoadResult>} */
export const closedLoop = loadTool === 'wrk' ? wrk : autocannonLoad;
