import type { ClassificationRule } from './classification-rule';

/** Rows 10 and 22 to 25: decided by the status alone. The last rule always holds. */
export const failureRules: readonly ClassificationRule[] = [
  { row: 22, kind: 'client_left', holds: (f) => f.status === 499 },
  { row: 25, kind: 'deadline_exceeded', holds: (f) => f.status === 504 || f.status === 408 },
  { row: 24, kind: 'overloaded', holds: (f) => f.status === 503 || f.status === 529 },
  { row: 10, kind: 'invalid_request', holds: (f) => f.status >= 400 && f.status <= 499 },
  { row: 23, kind: 'upstream_failed', holds: () => true },
];
