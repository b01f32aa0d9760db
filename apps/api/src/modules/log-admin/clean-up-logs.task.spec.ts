import type { ScheduleSentence } from '../../core/sentence';
import { SettingsStore } from '../../core/settings/settings-store';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { AuditLogRetention } from '../audit/audit-log-retention';
import { DeleteLogs } from '../logs/reading/delete-logs';
import { storeLogs } from '../logs/testing/stored-logs';
import { CleanUpLogs } from './clean-up-logs.task';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = 1_790_000_000_000 - (1_790_000_000_000 % HOUR_MS);

describe.each(testDatabases())('on $name', (database) => {
  let opened: OpenTestDatabase;
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    const days = [0, 6, 8, 29, 31].map((ago) => NOW - ago * DAY_MS + HOUR_MS);
    await storeLogs(opened, {
      requests: days.map((startedAtMs, n) => ({ requestId: `r${n}`, startedAtMs })),
      attempts: days.flatMap((startedAtMs, n) => [
        { requestId: `r${n}`, attempt: 1, startedAtMs },
        { requestId: `r${n}`, attempt: 2, startedAtMs, outcome: { kind: 'ok' } as const },
      ]),
    });
    const usage = days.map((minuteMs) => [minuteMs, 1, 'm', 1, 1, 0, 0, 0, 0, 0, 0]);
    const columns = ['minuteMs', 'keyId', 'model', 'tokenId', 'successes', 'failures', 'failedAttempts'];
    const tokens = ['inputTokens', 'cachedTokens', 'outputTokens', 'thinkingTokens'];
    await opened.rows.insert('usage_minutes', [...columns, ...tokens], usage);
  });
  afterEach(() => opened.close());

  const count = async (table: string): Promise<number> => {
    const rows: { n: number }[] = await opened.dataSource.query(`SELECT COUNT(*) AS n FROM ${table}`);
    return Number(rows[0]!.n);
  };

  async function cleanUp(env: Record<string, string>): Promise<ScheduleSentence> {
    const clock = { nowMs: () => NOW + HOUR_MS, sleep: async () => undefined };
    const logs = new DeleteLogs(opened.dataSource, opened.gate, clock);
    const audit = new AuditLogRetention(opened.dataSource, opened.gate);
    const store = new SettingsStore(env);
    const task = new CleanUpLogs(opened.dataSource, opened.gate, clock, store, logs, audit);
    return task.run(new AbortController().signal);
  }

  it('deletes errors after their days, and requests only where that is wanted', async () => {
    expect(await cleanUp({})).toMatchObject({ values: { errors: 6, requests: 0 } });
    expect([await count('attempt_logs'), await count('request_logs')]).toEqual([4, 5]);
    expect(await cleanUp({ AUTO_DELETE_REQUEST_LOGS_ENABLED: 'true' })).toMatchObject({
      values: { errors: 0, requests: 1 },
    });
    expect(await count('request_logs')).toBe(4);
  });

  it('keeps errors that nobody wants deleted', async () => {
    expect(await cleanUp({ AUTO_DELETE_ERROR_LOGS_ENABLED: 'false' })).toMatchObject({
      values: { errors: 0 },
    });
    expect(await count('attempt_logs')).toBe(10);
  });

  it('forgets the sums by minute that hours stand for', async () => {
    await cleanUp({});
    expect(await count('usage_minutes')).toBe(1);
  });
});
