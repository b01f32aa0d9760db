import type { ClassificationRule } from './classification-rule';
import { hasReason, says } from './classification-rule';

const REFUSED = [400, 401, 403];

/**
 * Rows 1 to 6: the key, or the project it belongs to, is refused. A reason decides alone; wording counts only
 * where no reason came, because these outcomes take a key out of use.
 */
export const keyRules: readonly ClassificationRule[] = [
  {
    row: 3,
    kind: 'double_credentials',
    holds: (f) => says(f, REFUSED, /multiple authentication credentials/i),
  },
  { row: 1, kind: 'invalid_key', holds: (f) => hasReason(f, /^API_KEY_(INVALID|EXPIRED|NOT_FOUND)$/) },
  { row: 4, kind: 'leaked_key', holds: (f) => hasReason(f, /LEAKED/) },
  { row: 5, kind: 'project_suspended', holds: (f) => hasReason(f, /SUSPENDED/) },
  {
    row: 6,
    kind: 'misconfigured_key',
    holds: (f) => hasReason(f, /^(SERVICE_DISABLED|BILLING_DISABLED|API_KEY_\w+_BLOCKED|CONSUMER_INVALID)$/),
  },
  {
    row: 1,
    kind: 'invalid_key',
    holds: (f) =>
      says(
        f,
        REFUSED,
        /^(the )?(provided )?api[ _-]?key( is)? (not valid|not found|invalid|expired)|pass a valid api key/i,
      ),
  },
  { row: 4, kind: 'leaked_key', holds: (f) => says(f, REFUSED, /\bleaked\b/i) },
  {
    row: 5,
    kind: 'project_suspended',
    holds: (f) => says(f, [403], /has been suspended|has been denied access/i),
  },
  {
    row: 6,
    kind: 'misconfigured_key',
    holds: (f) =>
      says(f, [403], /has not been used in project|is disabled|are blocked|\bbilling\b|\brestrict(ed|ion)/i),
  },
  { row: 2, kind: 'unauthenticated_key', holds: (f) => f.status === 401 },
];
