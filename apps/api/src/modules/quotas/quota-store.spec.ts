import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { LearntQuotas } from './learnt-quotas';
import { QuotaStore } from './quota-store';
import { aQuota } from './testing/a-quota';

const NOW_MS = Date.UTC(2026, 10, 20, 12);
const DAY_MS = 86_400_000;

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  beforeEach(async () => void (opened = await openTestDatabase(database)));
  afterEach(() => opened.close());

  /** What a process has of quotas. */
  function aProcess(rows: ConstructorParameters<typeof QuotaStore>[3] = opened.rows) {
    const quotas = new LearntQuotas();
    const store = new QuotaStore(quotas, opened.dataSource, opened.gate, rows);
    const perDay = (keyId: number) => quotas.of('gemini', 'requests', 'pro')?.byKey.get(keyId)?.perDay;
    return { quotas, store, perDay };
  }

  it('keeps over a restart what was told last of each key, model and unit', async () => {
    const { store } = aProcess();
    store.note(aQuota({ keyId: 1, learntAtMs: NOW_MS }));
    store.note(aQuota({ keyId: 1, learntAtMs: NOW_MS, unit: 'inputTokens', perDay: 3_000_000_000 }));
    await store.flush();
    store.note(aQuota({ keyId: 1, learntAtMs: NOW_MS + 1, perDay: 30 }));
    store.note(aQuota({ keyId: 1, learntAtMs: NOW_MS + 2, perDay: 40 }));
    await store.flush();

    const { quotas, store: restarted } = aProcess();
    await restarted.load(NOW_MS + 5);
    expect(quotas.of('gemini', 'requests', 'pro')).toEqual({
      latest: { perDay: 40, learntAtMs: NOW_MS + 2 },
      byKey: new Map([[1, { perDay: 40, learntAtMs: NOW_MS + 2 }]]),
    });
    expect(quotas.of('gemini', 'inputTokens', 'pro')?.latest.perDay).toBe(3_000_000_000);
  });

  it('remembers under which name upstream counts a model', async () => {
    const { store } = aProcess();
    store.note(aQuota({ keyId: 1, model: 'pro-latest', countedAs: 'pro-3', learntAtMs: NOW_MS }));
    await store.flush();
    const { quotas, store: restarted } = aProcess();
    await restarted.load(NOW_MS);
    expect(quotas.countedAs('gemini', 'pro-latest')).toBe('pro-3');
  });

  it('forgets what was not told again for sixty days', async () => {
    const { store } = aProcess();
    store.note(aQuota({ keyId: 1, learntAtMs: NOW_MS - 61 * DAY_MS }));
    store.note(aQuota({ keyId: 2, learntAtMs: NOW_MS - 59 * DAY_MS }));
    await store.flush();
    const { store: restarted, perDay } = aProcess();
    await restarted.load(NOW_MS);
    expect([perDay(1), perDay(2)]).toEqual([undefined, 20]);
  });

  it('brings in what another process was told, also when that is stored some minutes late', async () => {
    const [one, other] = [aProcess(), aProcess()];
    await one.store.load(NOW_MS);
    other.store.note(aQuota({ keyId: 3, learntAtMs: NOW_MS - 5 * 60_000 }));
    await other.store.flush();
    await one.store.catchUp(NOW_MS + 1_000);
    expect(one.perDay(3)).toBe(20);
  });

  it('stores later what the database did not take', async () => {
    let isAway = true;
    const { store } = aProcess({
      replace: (...batch) => (isAway ? Promise.reject(new Error('away')) : opened.rows.replace(...batch)),
    });
    store.note(aQuota({ keyId: 1, learntAtMs: NOW_MS }));
    await expect(store.flush()).rejects.toThrow('away');
    isAway = false;
    await store.flush();
    const { store: restarted, perDay } = aProcess();
    await restarted.load(NOW_MS);
    expect(perDay(1)).toBe(20);
  });
});
