import { FakeClock } from '../../../core/testing/fake-clock';
import { type OpenTestDatabase, openTestDatabase } from '../../../database/testing/open-test-database';
import { testDatabases } from '../../../database/testing/test-databases';
import { someMeters, UNLIMITED, utcDays } from '../testing/token-meters';
import { TokenCountSync } from './token-count-sync';
import type { TokenMeter } from './token-meter';

const LIMITS = { ...UNLIMITED, requestsPerMinute: 10, requestsPerDay: 100 };

describe.each(testDatabases())('on $name', (database) => {
  let opened: OpenTestDatabase;
  let clock: FakeClock;
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    clock = new FakeClock();
  });
  afterEach(() => opened.close());

  function aProcess(): { sync: TokenCountSync; meter: TokenMeter } {
    const meters = someMeters(clock);
    const sync = new TokenCountSync(opened.dataSource, opened.rows, meters, utcDays(clock));
    return { sync, meter: meters.of(7, LIMITS)! };
  }

  it('lets two processes hold a token to its limits together', async () => {
    const [one, other] = [aProcess(), aProcess()];
    for (let n = 0; n < 4; n++) one.meter.admit();
    for (let n = 0; n < 6; n++) other.meter.admit();
    other.meter.addTokens(500);
    for (const { sync } of [one, other, one]) await sync.run();
    expect(one.meter.used().day).toEqual({ requests: 10, tokens: 500 });
    expect(other.meter.used().day).toEqual({ requests: 10, tokens: 500 });
    expect([one.meter.admit(), other.meter.admit()]).toMatchObject([{ per: 'minute' }, { per: 'minute' }]);
  });

  it('goes on after a restart with what was used', async () => {
    const before = aProcess();
    for (let n = 0; n < 10; n++) before.meter.admit();
    await before.sync.run();
    const after = aProcess();
    await after.sync.run();
    expect(after.meter.admit()).toMatchObject({ per: 'minute' });
    clock.advance(3_600_000);
    await after.sync.run();
    expect(after.meter.admit()).toBeUndefined();
    expect(after.meter.used().day.requests).toBe(11);
  });

  it('loses no count while the database is away', async () => {
    const { sync, meter } = aProcess();
    meter.admit();
    await opened.dataSource.query('ALTER TABLE token_counts RENAME TO away');
    await expect(sync.run()).rejects.toThrow();
    await opened.dataSource.query('ALTER TABLE away RENAME TO token_counts');
    await sync.run();
    const other = aProcess();
    await other.sync.run();
    expect(other.meter.used().day.requests).toBe(1);
  });
});
