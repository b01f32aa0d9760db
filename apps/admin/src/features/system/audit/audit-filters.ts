import { AUDIT_ACTORS } from '@gemini-balance/shared';
import { momentsOf, TIME_RANGES } from '../../../lib/time-range';
import { oneOf, wholeNumber, words, type FiltersOf } from '../../../lib/url-filters';

/** What actions are about: the first word of each. */
export const AUDITED_NOUNS = [
  'settings',
  'keys',
  'key-groups',
  'tokens',
  'auth',
  'jobs',
  'schedules',
  'logs',
  'files',
] as const;

/** What narrows the audit log, in the address bar. */
export const AUDIT_FILTERS = {
  range: oneOf(TIME_RANGES),
  fromMs: wholeNumber(),
  toMs: wholeNumber(),
  action: words(64),
  actor: oneOf(AUDIT_ACTORS),
  subject: words(200),
};

/** The filters as the gateway takes them. */
export function toAuditQuery(filters: FiltersOf<typeof AUDIT_FILTERS>, nowMs: number): object {
  const { range, fromMs, toMs, action, actor, subject } = filters;
  return { action, actor, subject, ...(range === undefined ? { fromMs, toMs } : momentsOf(range, nowMs)) };
}
