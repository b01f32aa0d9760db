// A bar is a figure with a limit: met, missed, or not measured.
import { fixed } from './figures.mjs';

/** @typedef {{ what: string, figure: string, limit: string, verdict: string }} Bar */

/** @returns {Bar} */
export function atLeast(what, value, limit, unit = '') {
  return {
    what,
    figure: figure(value, unit),
    limit: `≥ ${limit}${unit}`,
    verdict: verdict(value, value >= limit),
  };
}

/** @returns {Bar} */
export function atMost(what, value, limit, unit = '') {
  return {
    what,
    figure: figure(value, unit),
    limit: `≤ ${limit}${unit}`,
    verdict: verdict(value, value <= limit),
  };
}

function figure(value, unit) {
  return `${fixed(value, Math.abs(value) >= 100 ? 0 : 2)}${unit}`;
}

function verdict(value, isMet) {
  if (!Number.isFinite(value)) return 'not measured';
  return isMet ? 'met' : '**missed**';
}
