import { type OpenTestDatabase, openTestDatabase } from '../../../database/testing/open-test-database';
import { testDatabases } from '../../../database/testing/test-databases';
import { storeLogs } from '../testing/stored-logs';
import { DeleteLogs } from './delete-logs';
import { selectErrors, selectRequests } from './select-logs';

/** Whose pauses are over at once, and whose patience is not. */
const clock = {
  nowMs: () => 1_790_000_000_000,
  sleep: (ms: number) => (ms > 1_000 ? new Promise<void>(() => undefined) : Promise.resolve()),
};

describe.each(testDatabases())('on $name', (database) => {
  let opened: OpenTestDatabase;
  let logs: DeleteLogs;
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    logs = new DeleteLogs(opened.dataSource, opened.gate, clock);
    await storeLogs(opened, {
      requests: Array.from({ length: 700 }, (_, n) => ({ requestId: `r${n}`, keyId: n % 2 })),
      attempts: Array.from({ length: 600 }, (_, n) => ({
        requestId: `r${n}`,
        keyId: n % 3,
        call: { body: Buffer.from('{}'), scope: 'm' },
      })),
    });
  });
  afterEach(() => opened.close());

  const count = async (table: string): Promise<number> => {
    const rows: { n: number }[] = await opened.dataSource.query(`SELECT COUNT(*) AS n FROM ${table}`);
    return Number(rows[0]!.n);
  };

  it('deletes all that matches, in several batches, and nothing else', async () => {
    expect(await logs.selected(selectRequests({ keyId: 1 }, 0))).toEqual({ deleted: 350, isDone: true });
    expect([await count('request_logs'), await count('attempt_logs')]).toEqual([350, 600]);
    expect(await logs.selected(selectRequests({}, 0))).toEqual({ deleted: 350, isDone: true });
    expect(await count('request_logs')).toBe(0);
  });

  it('deletes errors with their bodies', async () => {
    expect(await logs.selected(selectErrors({ keyId: 0 }, 0))).toEqual({ deleted: 200, isDone: true });
    expect([await count('attempt_logs'), await count('error_bodies')]).toEqual([400, 400]);
  });

  it('deletes those that are named, and says how many there were', async () => {
    expect(await logs.byIds('attempt_logs', [1, 2, 99_999])).toBe(2);
    expect([await count('attempt_logs'), await count('error_bodies')]).toEqual([598, 598]);
  });

  it('answers after a while, and goes on behind the answer until it is stopped', async () => {
    let afterFirstBatch!: () => void;
    const firstBatch = new Promise<void>((resolve) => (afterFirstBatch = resolve));
    const untilStopped = (signal?: AbortSignal): Promise<void> =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
    const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
      if (ms > 1_000) return firstBatch;
      afterFirstBatch();
      return untilStopped(signal);
    };
    const impatient = { nowMs: clock.nowMs, sleep };
    const slow = new DeleteLogs(opened.dataSource, opened.gate, impatient);
    expect(await slow.selected(selectRequests({}, 0))).toMatchObject({ isDone: false });
    await slow.stop();
    expect(await count('request_logs')).toBe(450);
  });
});
