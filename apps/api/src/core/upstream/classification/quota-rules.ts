import type { ClassificationRule } from './classification-rule';
import { hasReason } from './classification-rule';
import type { ErrorFacts } from './error-facts';

/** In the name of a daily quota. */
export const PER_DAY = /per ?_?day|daily/i;
/** In the name of a limit of input. */
export const INPUT_TOKENS = /input[ _-]?tokens?/i;
const LIMIT_ZERO = /\blimit: 0(?![\d.])/;
const OWN_QUOTA =
  /\bquota exceeded|exceeded your (current )?quota|rate[ -]?limit|per ?minute|\b(rpm|tpm)\b|too many requests/i;
// A longer wait than this is a daily limit, whatever it is called.
const LONGEST_RATE_WAIT_MS = 5 * 60_000;

/** Rows 14 to 21: a limit is used up. With several violations the longest window decides. */
export const quotaRules: readonly ClassificationRule[] = [
  {
    row: 19,
    kind: 'credits_depleted',
    holds: (f) =>
      f.status === 402 ||
      (isQuota(f) &&
        /prepa(id|yment)|credits? (balance )?(is|are|has|have)( been)? (depleted|exhausted|used)|monthly spend|spend(ing)? cap/i.test(
          f.message,
        )),
  },
  { row: 18, kind: 'project_quota_zero', holds: (f) => isQuota(f) && f.quotaLimitValue === '0' },
  {
    row: 20,
    kind: 'spend_limited',
    holds: (f) => isQuota(f) && /spend/i.test(`${f.message} ${f.quotaLimit} ${violationNames(f)}`),
  },
  {
    row: 17,
    kind: 'not_entitled',
    holds: (f) =>
      isQuota(f) &&
      (f.violations.some(({ limit }) => limit === undefined || limit === 0) || LIMIT_ZERO.test(f.message)),
  },
  { row: 15, kind: 'quota_exhausted', holds: (f) => isQuota(f) && PER_DAY.test(limitNames(f)) },
  { row: 16, kind: 'input_tokens_limited', holds: (f) => isQuota(f) && INPUT_TOKENS.test(limitNames(f)) },
  {
    row: 15,
    kind: 'quota_exhausted',
    holds: (f) => isQuota(f) && f.violations.length === 0 && (f.retryDelayMs ?? 0) > LONGEST_RATE_WAIT_MS,
  },
  {
    row: 14,
    kind: 'rate_limited',
    holds: (f) =>
      isQuota(f) &&
      (f.violations.length > 0 ||
        f.quotaLimit !== '' ||
        f.retryDelayMs !== undefined ||
        hasReason(f, /RATE_LIMIT/) ||
        OWN_QUOTA.test(f.message)),
  },
  { row: 21, kind: 'capacity_exhausted', holds: isQuota },
];

function isQuota({ status, reasons, rpcStatus }: ErrorFacts): boolean {
  return (
    status === 429 ||
    status === 402 ||
    rpcStatus === 'RESOURCE_EXHAUSTED' ||
    reasons.includes('RATE_LIMIT_EXCEEDED')
  );
}

function violationNames({ violations }: ErrorFacts): string {
  return violations.map(({ name }) => name).join(' ');
}

/** Where upstream names the limits in a structured form, its sentence is not asked. */
function limitNames(facts: ErrorFacts): string {
  const names = `${violationNames(facts)} ${facts.quotaLimit}`.trim();
  return names === '' ? facts.message : names;
}
