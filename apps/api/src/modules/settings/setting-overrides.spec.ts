import type { Clock } from '../../core/clock';
import { SettingsStore } from '../../core/settings/settings-store';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { SettingOverrides } from './setting-overrides';
import { SettingsRevisionEntity } from './settings-revision.entity';

const clock: Clock = { nowMs: () => 1_790_000_000_000, sleep: async () => {} };

describe.each(testDatabases())('SettingOverrides on $name', (database) => {
  let db: OpenTestDatabase;
  beforeEach(async () => void (db = await openTestDatabase(database)));
  afterEach(() => db.close());

  function aStart(env = {}) {
    const store = new SettingsStore(env);
    return { store, overrides: new SettingOverrides(store, db.dataSource, db.gate, db.box, clock) };
  }

  it('saves a change that acts at once and survives a restart', async () => {
    const { store, overrides } = aStart();
    await overrides.save(new Map([['MAX_RETRIES', 5]]));
    expect(store.current.MAX_RETRIES).toBe(5);

    const restarted = aStart();
    expect(await restarted.overrides.load()).toEqual([]);
    expect(restarted.store.current.MAX_RETRIES).toBe(5);
    expect(restarted.store.sourceOf('MAX_RETRIES')).toBe('override');
  });

  it('changes a saved value, and takes it back to the environment', async () => {
    const { store, overrides } = aStart({ MAX_RETRIES: '1' });
    await overrides.save(new Map([['MAX_RETRIES', 5]]));
    await overrides.save(new Map([['MAX_RETRIES', 6]]));
    expect(store.current.MAX_RETRIES).toBe(6);

    await overrides.save(new Map([['MAX_RETRIES', undefined]]));
    expect(store.current.MAX_RETRIES).toBe(1);
    expect(await db.dataSource.query('SELECT name FROM setting_overrides')).toEqual([]);
  });

  it('stores secrets and what may hold credentials sealed', async () => {
    const { overrides } = aStart();
    await overrides.save(
      new Map<'SMMS_SECRET_TOKEN' | 'PROXIES' | 'TEST_MODEL', string | string[]>([
        ['SMMS_SECRET_TOKEN', 'planted-1'],
        ['PROXIES', ['http://me:planted-2@proxy:8080']],
        ['TEST_MODEL', 'control-in-clear'],
      ]),
    );

    const stored = JSON.stringify(await db.dataSource.query('SELECT * FROM setting_overrides'));
    expect(stored).toContain('control-in-clear');
    expect(stored).not.toContain('planted');

    const restarted = aStart();
    await restarted.overrides.load();
    expect(restarted.store.current.SMMS_SECRET_TOKEN?.reveal()).toBe('planted-1');
    expect(restarted.store.current.PROXIES).toEqual(['http://me:planted-2@proxy:8080']);
  });

  it.each([
    ['a value that is wrong', { TIME_OUT: 'soon' }, 'TIME_OUT'],
    ['a setting of the environment alone', { PORT: 9000 }, 'PORT'],
    ['keys, which have a list of their own', { API_KEYS: ['a'] }, 'API_KEYS'],
    ['values that disagree', { MAX_BODY_MB: 600 }, 'MAX_BODY_MB'],
    ['a good value beside a wrong one', { MAX_FAILURES: 4, TIME_OUT: 0 }, 'TIME_OUT'],
  ])('refuses %s and saves nothing', async (_, changes, field) => {
    const { store, overrides } = aStart();
    const before = store.current;
    await expect(overrides.save(new Map(Object.entries(changes)) as never)).rejects.toMatchObject({
      field,
      status: 400,
    });
    expect(await db.dataSource.query('SELECT name FROM setting_overrides')).toEqual([]);
    expect(store.current).toBe(before);
  });

  it('passes over a stored value that cannot be read, and reports it', async () => {
    await db.dataSource.query(
      `INSERT INTO setting_overrides (name, value, ${db.dataSource.driver.escape('isSealed')}, ${db.dataSource.driver.escape('updatedAtMs')}) VALUES ('PROXIES', 'v1:broken', 1, 0)`,
    );
    const { store, overrides } = aStart({ PROXIES: 'http://proxy:1' });
    expect(await overrides.load()).toMatchObject([{ name: 'PROXIES', layer: 'override' }]);
    expect(store.current.PROXIES).toEqual(['http://proxy:1']);
  });

  it('raises the revision with every save', async () => {
    const { overrides } = aStart();
    await overrides.save(new Map([['MAX_RETRIES', 5]]));
    await overrides.save(new Map([['MAX_RETRIES', undefined]]));
    expect(await db.dataSource.manager.findOneBy(SettingsRevisionEntity, { id: 1 })).toEqual({
      id: 1,
      revision: 2,
    });
  });
});
