import type { ErrorFixture } from '@gemini-balance/gemini-simulator';

/** Rows whose error is the request's, or nobody's: no other key is asked. */
const NOT_RETRIED: readonly number[] = [3, 7, 10, 11, 12, 22];

/** The last column of the classification table in docs/protocol-notes.md, where it is one status. */
const STATUS_BY_ROW: Readonly<Record<number, number>> = {
  ...{ 1: 503, 2: 503, 3: 500, 4: 503, 5: 503, 6: 503, 8: 503, 9: 400, 11: 400, 12: 404, 13: 404, 14: 429 },
  ...{ 15: 429, 16: 429, 17: 404, 18: 503, 19: 429, 20: 429, 21: 429, 22: 499, 24: 503, 25: 504 },
};

/** Rows after which the client is told when to come back. */
const TOLD_TO_WAIT: readonly number[] = [1, 2, 4, 5, 6, 14, 15, 16, 18, 19, 20, 21, 24];

/** What the classification table promises about the error of a fixture. */
export interface ClassificationRow {
  readonly isRetried: boolean;
  /** The status for the client when every key answers so. */
  readonly finalStatus: number;
  readonly isToldToWait: boolean;
}

export function rowOf({ row, status, body }: ErrorFixture): ClassificationRow {
  return {
    isRetried: !NOT_RETRIED.includes(row),
    finalStatus: STATUS_BY_ROW[row] ?? (row === 23 && typeof body === 'string' ? 502 : status),
    isToldToWait: TOLD_TO_WAIT.includes(row),
  };
}
