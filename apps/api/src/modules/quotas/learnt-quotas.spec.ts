import { LearntQuotas } from './learnt-quotas';
import { aQuota } from './testing/a-quota';

function learnt(...quotas: Parameters<typeof aQuota>[0][]): LearntQuotas {
  const book = new LearntQuotas();
  for (const quota of quotas) book.learn(aQuota(quota));
  return book;
}

it('knows the quota of each key, and which was told last of any', () => {
  const quotas = learnt({ keyId: 1, perDay: 20 }, { keyId: 2, perDay: 50, learntAtMs: 2_000 });
  const { latest, byKey } = quotas.of('gemini', 'requests', 'pro')!;
  expect([byKey.get(1)?.perDay, byKey.get(2)?.perDay, latest.perDay]).toEqual([20, 50, 50]);
});

it.each([
  ['is replaced by a later one', 2_000, 10],
  ['is not replaced by an earlier one that is read late', 500, 20],
])('a quota %s', (_, learntAtMs, perDay) => {
  const quotas = learnt({ keyId: 1 }, { keyId: 1, perDay: 10, learntAtMs });
  const { latest, byKey } = quotas.of('gemini', 'requests', 'pro')!;
  expect([latest.perDay, byKey.get(1)!.perDay]).toEqual([perDay, perDay]);
});

it.each([
  ['another model', 'gemini', 'requests', 'flash'],
  ['another unit', 'gemini', 'inputTokens', 'pro'],
  ['another kind of key', 'paid', 'requests', 'pro'],
] as const)('says nothing of %s', (_, kind, unit, model) => {
  expect(learnt({ keyId: 1 }).of(kind, unit, model)).toBeUndefined();
});

it('counts names together that upstream counts together', () => {
  const quotas = learnt({ keyId: 1, model: 'pro-latest', countedAs: 'pro-3' });
  expect(quotas.countedAs('gemini', 'pro-latest')).toBe('pro-3');
  expect(quotas.countedAs('gemini', 'pro-3')).toBe('pro-3');
  expect(quotas.of('gemini', 'requests', 'pro-3')?.latest.perDay).toBe(20);
  expect([...quotas.models('gemini')]).toEqual(['pro-latest']);
});
