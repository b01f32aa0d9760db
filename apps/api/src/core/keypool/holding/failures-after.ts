import type { OutcomeKind } from '../../outcome';
import type { Given } from './given';

/** Rows 2, 6, 18 and 19: faults of the key that may be mended, but not by waiting alone. */
const COUNTED: ReadonlySet<OutcomeKind> = new Set<OutcomeKind>([
  'unauthenticated_key',
  'misconfigured_key',
  'project_quota_zero',
  'credits_depleted',
]);

/** The key's failures in a row after an outcome. Attempts that were under way at the last failure add none. */
export function failuresAfter(
  kind: OutcomeKind,
  { facts, standing }: Pick<Given, 'facts' | 'standing'>,
): number {
  const isNew = COUNTED.has(kind) && facts.startedAtMs > standing.failedAtMs;
  return isNew ? standing.failures + 1 : standing.failures;
}
