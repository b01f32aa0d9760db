import { LOG_FILES, TAIL_KINDS, TAIL_LEVELS } from '@gemini-balance/shared';
import { momentsOf, TIME_RANGES } from '../../../lib/time-range';
import { oneOf, wholeNumber, words, type FiltersOf } from '../../../lib/url-filters';

export const LOG_TABS = ['errors', 'requests', 'live', 'files'] as const;
export type LogTab = (typeof LOG_TABS)[number];

/** The two logs that are lists. */
export type LogName = 'errors' | 'requests';

/** What narrows the two lists, in the address bar. */
export const LIST_FILTERS = {
  range: oneOf(TIME_RANGES),
  fromMs: wholeNumber(),
  toMs: wholeNumber(),
  status: words(3),
  isFailure: oneOf(['true', 'false']),
  type: words(40),
  code: words(64),
  model: words(100),
  key: words(200),
  keyId: wholeNumber(),
  tokenId: wholeNumber(),
  route: words(200),
  text: words(200),
};

/** What the logs page keeps in the address bar. */
export const LOG_FILTERS = {
  ...LIST_FILTERS,
  tab: oneOf(LOG_TABS),
  kind: oneOf(TAIL_KINDS),
  level: oneOf(TAIL_LEVELS),
  file: oneOf(LOG_FILES),
};
export type LogFilters = FiltersOf<typeof LOG_FILTERS>;

const STATUS = /^[1-5](\d\d|xx)$/i;

/** The filters as the gateway takes them. Unfinished ones are left out, and those that the log does not know. */
export function toLogQuery(filters: LogFilters, log: LogName, nowMs: number): object {
  const { range, status, key, model, keyId, tokenId, route, text, fromMs, toMs } = filters;
  return {
    model,
    keyId,
    tokenId,
    route,
    text,
    ...(status !== undefined && STATUS.test(status) && { status }),
    ...(key !== undefined && key.length >= 3 && { key }),
    ...(range === undefined ? { fromMs, toMs } : momentsOf(range, nowMs)),
    ...(log === 'errors'
      ? { type: filters.type }
      : { code: filters.code, ...(filters.isFailure && { isFailure: filters.isFailure === 'true' }) }),
  };
}

/** Those that narrow a log as it stands, in the order of the toolbar. */
export function narrowing(filters: LogFilters, log: LogName): (keyof typeof LIST_FILTERS)[] {
  const others = log === 'errors' ? ['code', 'isFailure'] : ['type'];
  return (Object.keys(LIST_FILTERS) as (keyof typeof LIST_FILTERS)[]).filter(
    (name) => filters[name] !== undefined && !others.includes(name),
  );
}

/** A change that takes all of them back. */
export function withoutNarrowing(): Partial<Record<keyof typeof LIST_FILTERS, undefined>> {
  return Object.fromEntries(Object.keys(LIST_FILTERS).map((name) => [name, undefined]));
}
