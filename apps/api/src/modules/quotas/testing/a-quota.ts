import type { LearntQuota } from '../learnt-quotas';

/** What was told of a Gemini key: 20 requests a day. */
export function aQuota(given: Partial<LearntQuota> & Pick<LearntQuota, 'keyId'>): LearntQuota {
  const model = given.model ?? 'pro';
  return {
    kind: 'gemini',
    model,
    countedAs: model,
    unit: 'requests',
    perDay: 20,
    learntAtMs: 1_000,
    ...given,
  };
}
