import type { FileState } from '@gemini-balance/shared';

/** Upstream's words for the states of a file that has not expired. */
const WORDS = { active: 'ACTIVE', processing: 'PROCESSING', failed: 'FAILED' } as const;
const STATES = Object.keys(WORDS) as (keyof typeof WORDS)[];

/** How a file stands, by what upstream last told of it and when it expires. */
export function stateOf(told: string | null, expiresAtMs: number | null, nowMs: number): FileState {
  if (expiresAtMs !== null && expiresAtMs <= nowMs) return 'expired';
  return STATES.find((state) => WORDS[state] === told) ?? 'unknown';
}

/** The same as SQL, on a file that is called `file`; `:nowMs` is the present time. */
export const STATE_SQL = [
  `CASE WHEN file.expiresAtMs <= :nowMs THEN 'expired'`,
  ...STATES.map((state) => `WHEN file.state = '${WORDS[state]}' THEN '${state}'`),
  `ELSE 'unknown' END`,
].join(' ');
