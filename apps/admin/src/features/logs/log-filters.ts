import { STATS_RANGES, type StatsRange } from '@gemini-balance/shared';
import { oneOf, wholeNumber, words, type FiltersOf } from '../../lib/url-filters';

export const LOG_TABS = ['errors', 'requests', 'live', 'files'] as const;
export type LogTab = (typeof LOG_TABS)[number];

/** What the logs page keeps in the address bar. `open` is the request whose details are shown. */
export const LOG_FILTERS = {
  tab: oneOf(LOG_TABS),
  range: oneOf(STATS_RANGES),
  model: words(100),
  status: words(3),
  key: words(200),
  keyId: wholeNumber(),
  tokenId: wholeNumber(),
  type: words(40),
  code: words(64),
  text: words(200),
  isFailure: oneOf(['true', 'false']),
  fromMs: wholeNumber(),
  toMs: wholeNumber(),
  open: words(64),
};
export type LogFilters = FiltersOf<typeof LOG_FILTERS>;

const RANGE_MS: Record<StatsRange, number> = {
  '1h': 3_600_000,
  '8h': 28_800_000,
  '24h': 86_400_000,
  '7d': 604_800_000,
  '30d': 2_592_000_000,
};
const STATUS = /^[1-5](\d\d|xx)$/i;

/** The filters as the gateway takes them. Unfinished ones are left out. */
export function toLogQuery(filters: LogFilters, tab: 'errors' | 'requests', nowMs: number): object {
  const { range, status, key, model, keyId, tokenId, text, toMs } = filters;
  return {
    model,
    keyId,
    tokenId,
    text,
    toMs,
    ...(status !== undefined && STATUS.test(status) && { status }),
    ...(key !== undefined && key.length >= 3 && { key }),
    fromMs: range === undefined ? filters.fromMs : nowMs - RANGE_MS[range],
    ...(tab === 'errors'
      ? { type: filters.type }
      : { code: filters.code, ...(filters.isFailure && { isFailure: filters.isFailure === 'true' }) }),
  };
}
