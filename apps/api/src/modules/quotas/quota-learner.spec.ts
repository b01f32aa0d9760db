import type { AttemptSettled } from '../../core/gateway/observing/gateway-observer';
import type { Outcome } from '../../core/outcome';
import type { RosterKey } from '../keys/roster-key';
import { anAttempt } from '../telemetry/testing/gateway-events';
import type { LearntQuota } from './learnt-quotas';
import { QuotaLearner } from './quota-learner';

function refused(kind: 'quota_exhausted' | 'not_entitled', ...violations: object[]): Outcome {
  return { kind, error: { status: 429, message: 'No.', details: [{ violations }] } };
}

const PER_DAY = {
  quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier',
  quotaDimensions: { model: 'pro-3' },
  quotaValue: '20',
};

/** What is learnt from an attempt with key 1, a paid one, which ended at 1,500. */
function learntFrom(given: Partial<AttemptSettled>): LearntQuota[] {
  const learnt: LearntQuota[] = [];
  const noted: LearntQuota[] = [];
  const learner = new QuotaLearner(
    { get: (id) => (id === 1 ? ({ kind: 'paid' } as RosterKey) : undefined) },
    { learn: (quota) => void learnt.push(quota) },
    { note: (quota) => void noted.push(quota) },
  );
  const attempt = { keyId: 1, model: 'pro-latest', startedAtMs: 1_000, latencyMs: 500 };
  learner.attemptSettled(anAttempt({ ...attempt, outcome: refused('quota_exhausted', PER_DAY), ...given }));
  expect(noted).toEqual(learnt);
  return learnt;
}

const QUOTA: LearntQuota = {
  keyId: 1,
  kind: 'paid',
  model: 'pro-latest',
  countedAs: 'pro-3',
  unit: 'requests',
  perDay: 20,
  learntAtMs: 1_500,
};

it('learns and has stored what the refusal says', () => {
  expect(learntFrom({})).toEqual([QUOTA]);
});

it('learns every daily quota that is used up at once', () => {
  const tokens = { ...PER_DAY, quotaId: 'GenerateContentInputTokensPerModelPerDay', quotaValue: '9' };
  expect(learntFrom({ outcome: refused('quota_exhausted', PER_DAY, tokens) })).toEqual([
    QUOTA,
    { ...QUOTA, unit: 'inputTokens', perDay: 9 },
  ]);
});

it('takes the model that was called where the refusal names none', () => {
  const outcome = refused('quota_exhausted', { ...PER_DAY, quotaDimensions: {} });
  expect(learntFrom({ outcome })[0]?.countedAs).toBe('pro-latest');
});

it.each<[string, Partial<AttemptSettled>]>([
  ['a success', { outcome: { kind: 'ok' } }],
  ['a model that the project may not use', { outcome: refused('not_entitled', PER_DAY) }],
  ['a call without a model', { model: '' }],
  ['a name that no table has room for', { model: 'm'.repeat(101) }],
  ['a key that was deleted meanwhile', { keyId: 2 }],
  ['a refusal without details', { outcome: refused('quota_exhausted') }],
])('learns nothing from %s', (_, given) => {
  expect(learntFrom(given)).toEqual([]);
});
