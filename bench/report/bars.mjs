// A bar is a figure with a limit: met or missed.
import { fixed } from './figures.mjs';

/** @typedef {{ what: string, figure: string, limit: string, isMet: boolean }} Bar */

/** @returns {Bar} */
export function atLeast(what, value, limit, unit = '') {
  return { what, figure: figure(value, unit), limit: `≥ ${limit}${unit}`, isMet: value >= limit };
}

/** @returns {Bar} */
export function atMost(what, value, limit, unit = '') {
  return { what, figure: figure(value, unit), limit: `≤ ${limit}${unit}`, isMet: value <= limit };
}

function figure(value, unit) {
  return `${fixed(value, Math.abs(value) >= 100 ? 0 : 2)}${unit}`;
}
