import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { CallWindows } from './call-windows';
import { HourRollup } from './hour-rollup';
import { anAttempt, aRequest } from './testing/gateway-events';
import { UsageCounter } from './usage-counter';
import { UsageWriter } from './usage-writer';

const HOUR_MS = 3_600_000;
const NOON = 1_750_000_000_000 - (1_750_000_000_000 % HOUR_MS);

describe.each(testDatabases())('on $name', (database) => {
  let opened: OpenTestDatabase;
  beforeAll(async () => void (opened = await openTestDatabase(database)));
  afterAll(() => opened.close());
  beforeEach(async () => {
    for (const table of ['usage_minutes', 'usage_hours', 'latency_minutes', 'latency_hours', 'call_minutes'])
      await opened.dataSource.query(`DELETE FROM ${table}`);
  });

  /** A gateway process on the database. */
  function aProcess() {
    const clock = { now: NOON, nowMs: () => clock.now, sleep: async () => undefined };
    const counter = new UsageCounter(clock);
    const failures: unknown[] = [];
    let isAway = false;
    const rows: Pick<typeof opened.rows, 'add'> = {
      add: async (...write) => (isAway ? Promise.reject(new Error('away')) : opened.rows.add(...write)),
    };
    const writer = new UsageWriter(rows, counter, (failure) => failures.push(failure));
    return {
      clock,
      counter,
      writer,
      failures,
      setAway: (value: boolean) => (isAway = value),
      windows: new CallWindows(opened.dataSource, counter, writer),
      rollup: new HourRollup(opened.dataSource, opened.gate),
    };
  }

  const total = async (table: string, sum: string) => {
    const rows: { total: unknown }[] = await opened.dataSource.query(
      `SELECT SUM(${sum}) AS total FROM ${table}`,
    );
    return Number(rows[0]!.total);
  };

  it('adds up across flushes and processes', async () => {
    const [one, other] = [aProcess(), aProcess()];
    for (let round = 0; round < 3; round += 1) {
      for (const { counter, writer } of [one, other]) {
        counter.requestFinished(aRequest());
        counter.attemptSettled(
          anAttempt({
            keyId: 5,
            outcome: { kind: 'overloaded', error: { status: 503, message: '', details: [] } },
          }),
        );
        await writer.flush();
      }
    }
    const rows: unknown[] = await opened.dataSource.query(
      'SELECT keyId, model, tokenId, successes, failedAttempts, inputTokens FROM usage_minutes ORDER BY keyId',
    );
    expect(rows).toEqual([
      { keyId: 5, model: 'gemini-pro', tokenId: -1, successes: 0, failedAttempts: 6, inputTokens: 0 },
      { keyId: 7, model: 'gemini-pro', tokenId: 3, successes: 6, failedAttempts: 0, inputTokens: 60 },
    ]);
    expect([await total('latency_minutes', 'calls'), await total('latency_minutes', 'boundMs')]).toEqual([
      12, 400,
    ]);
    expect(await total('call_minutes', 'successes')).toBe(6);
  });

  it('loses and doubles nothing while the database comes and goes', async () => {
    const { counter, writer, setAway, failures } = aProcess();
    for (let round = 0; round < 20; round += 1) {
      setAway(round % 3 === 1);
      for (let keyId = 1; keyId <= 30; keyId += 1) counter.requestFinished(aRequest({ keyId }));
      await writer.flush();
    }
    expect(failures).toHaveLength(7);
    setAway(false);
    await writer.flush();
    expect([await total('usage_minutes', 'successes'), await total('call_minutes', 'successes')]).toEqual([
      600, 600,
    ]);
  });

  it('stores more subjects than one statement takes', async () => {
    const { counter, writer } = aProcess();
    for (let keyId = 1; keyId <= 730; keyId += 1) counter.requestFinished(aRequest({ keyId }));
    await writer.flush();
    expect(await total('usage_minutes', 'successes')).toBe(730);
  });

  it('counts windows over what is stored and what is not, each call once', async () => {
    const { clock, counter, writer, windows } = aProcess();
    const call = async (agoMs: number, isStored: boolean, status = 200) => {
      clock.now = NOON - agoMs;
      counter.requestFinished(aRequest({ status }));
      if (isStored) await writer.flush();
    };
    await call(50 * HOUR_MS, true);
    await call(23 * HOUR_MS, true, 500);
    await call(30 * 60_000, true);
    await call(10_000, false);
    await call(0, false, 500);
    expect(await windows.since([NOON - HOUR_MS, NOON - 24 * HOUR_MS, NOON - 720 * HOUR_MS])).toEqual([
      { successes: 2, failures: 1 },
      { successes: 2, failures: 2 },
      { successes: 3, failures: 2 },
    ]);
    expect(windows.lastMinute(NOON)).toEqual({ successes: 1, failures: 1 });
  });

  it('counts each call once, however reads and flushes fall together', async () => {
    const { counter, writer, windows } = aProcess();
    const work: Promise<unknown>[] = [];
    let calls = 0;
    for (let round = 0; round < 40; round += 1) {
      counter.requestFinished(aRequest());
      calls += 1;
      const [least, most] = [calls, 40];
      work.push(
        writer.flush(),
        windows.since([NOON - HOUR_MS]).then(([hour]) => {
          expect(hour!.successes).toBeGreaterThanOrEqual(least);
          expect(hour!.successes).toBeLessThanOrEqual(most);
        }),
      );
    }
    await Promise.all(work);
    expect((await windows.since([NOON - HOUR_MS]))[0]!.successes).toBe(40);
  });

  it('finds nothing where nothing was', async () => {
    expect(await aProcess().windows.since([NOON])).toEqual([{ successes: 0, failures: 0 }]);
  });

  describe('hours', () => {
    const hours = (): Promise<unknown[]> =>
      opened.dataSource.query(
        'SELECT hourMs, keyId, successes, inputTokens FROM usage_hours ORDER BY hourMs, keyId',
      );

    it('are the sums of their minutes, once they have ended', async () => {
      const { clock, counter, writer, rollup } = aProcess();
      for (const minute of [0, 10, 59, 60, 120]) {
        clock.now = NOON + minute * 60_000;
        counter.requestFinished(aRequest());
      }
      await writer.flush();
      await rollup.run(NOON + 2 * HOUR_MS + 1);
      expect(await hours()).toEqual([
        { hourMs: NOON, keyId: 7, successes: 3, inputTokens: 30 },
        { hourMs: NOON + HOUR_MS, keyId: 7, successes: 1, inputTokens: 10 },
      ]);
    });

    it('can be done again, and take in what was stored late', async () => {
      const { counter, writer, rollup } = aProcess();
      counter.requestFinished(aRequest());
      await writer.flush();
      await rollup.run(NOON + HOUR_MS);
      counter.requestFinished(aRequest());
      await writer.flush();
      await rollup.run(NOON + HOUR_MS + 300_000);
      await rollup.run(NOON + HOUR_MS + 600_000);
      expect(await total('usage_hours', 'successes')).toBe(2);
      expect(await total('latency_hours', 'calls')).toBe(4);
    });

    it('are made up for after a time without the gateway', async () => {
      const { clock, counter, writer, rollup } = aProcess();
      for (const hour of [0, 1, 5]) {
        clock.now = NOON + hour * HOUR_MS;
        counter.requestFinished(aRequest());
        await writer.flush();
        if (hour === 1) await rollup.run(clock.now);
      }
      await rollup.run(NOON + 200 * HOUR_MS);
      expect(await total('usage_hours', 'successes')).toBe(3);
    });
  });
});
