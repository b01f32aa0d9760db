import { anOutcome } from '../../../core/testing/outcomes';
import { type OpenTestDatabase, openTestDatabase } from '../../../database/testing/open-test-database';
import { testDatabases } from '../../../database/testing/test-databases';
import { TestKeys } from '../testing/test-keys';

const SECRETS = ['first-key-of-the-test-0001', 'second-key-of-the-test-0002', 'third-key-of-the-test-0003'];
const HOUR_MS = 3_600_000;

/** Two processes on one database: what is done here is to be seen there. */
describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  let here: TestKeys;
  let there: TestKeys;
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    here = await TestKeys.load(opened);
    there = await TestKeys.load(opened, here.clock);
  });
  afterEach(() => opened.close());

  const secretsThere = () => there.roster.all().map(({ key }) => key.secret.reveal());

  it('lends keys that another process added, with all that is said of them', async () => {
    const [id] = await here.add(SECRETS);
    await there.others.look();
    expect(secretsThere()).toEqual(SECRETS);
    expect(there.pools.of('gemini').totals()).toMatchObject({ ready: 3, total: 3 });
    await here.changes.update([id!], {
      note: 'main',
      group: 'team',
      project: 'p-1',
      weight: 3,
      isEnabled: false,
    });
    await there.others.look();
    expect(there.roster.get(id!)).toEqual(here.roster.get(id!));
    expect(there.roster.statusOf(id!)).toMatchObject({ state: 'disabled', project: 'p-1' });
    await here.changes.update([id!], { note: '', group: '', project: '', isEnabled: true });
    await there.others.look();
    expect(there.roster.get(id!)).toEqual(here.roster.get(id!));
    expect(there.roster.statusOf(id!)).toMatchObject({ state: 'ready', project: undefined });
  });

  it('lends no key that another process deleted, and knows it again when it is added anew', async () => {
    const ids = await here.add(SECRETS);
    await there.others.look();
    await here.changes.delete([ids[1]!]);
    await there.others.look();
    expect(secretsThere()).toEqual([SECRETS[0], SECRETS[2]]);
    await here.add([SECRETS[1]!]);
    await there.others.look();
    expect(secretsThere()).toHaveLength(3);
  });

  it('takes over rests, failures and projects that another process found out, and when they are lifted', async () => {
    const [dead, limited] = await here.add(SECRETS);
    await there.others.look();
    here.settle(dead!, 'pro', anOutcome('misconfigured_key'));
    here.settle(limited!, 'pro', anOutcome('quota_exhausted', {}, 'projects/77'));
    await here.follower.flush(false);
    await there.others.look();
    for (const id of [dead!, limited!]) expect(there.roster.statusOf(id)).toEqual(here.roster.statusOf(id));
    expect(there.roster.statusOf(limited!)).toMatchObject({ project: '77', holds: [{ scope: 'pro' }] });

    here.changes.reset([dead!, limited!]);
    await here.follower.flush(false);
    await there.others.look();
    for (const id of [dead!, limited!])
      expect(there.roster.statusOf(id)).toMatchObject({ state: 'ready', holds: [], failures: 0 });
    // What was taken over is not stored a second time.
    await there.follower.flush(false);
    await here.others.look();
    expect(here.roster.statusOf(dead!)).toMatchObject({ state: 'ready', failures: 0 });
  });

  it('leaves out an egress proxy that another process found dead, until that one finds it well', async () => {
    const proxy = { kind: 'egress', id: 'http://proxy:8080' } as const;
    const untilMs = here.clock.nowMs() + HOUR_MS;
    const hold = {
      subject: proxy,
      scope: '*',
      sinceMs: 1,
      untilMs,
      reason: 'network_failed',
      strikes: 1,
    } as const;
    here.follower.listenerOf('gemini').held(hold);
    await here.follower.flush(false);
    await there.others.look();
    expect(there.restingEgress.get(proxy.id)).toBe(untilMs);
    here.follower.listenerOf('gemini').released(proxy, '*');
    await here.follower.flush(false);
    await there.others.look();
    expect(there.restingEgress.get(proxy.id)).toBe(0);
  });

  it('limits groups as another process says', async () => {
    const [id] = await here.add(SECRETS);
    await here.changes.update([id!], { group: 'flash' });
    await here.changes.saveGroup({ name: 'flash', models: ['gemini-flash'], note: undefined });
    await there.others.look();
    expect(there.pools.of('gemini').acquireById(id!, 'gemini-pro')).toMatchObject({ reason: 'not_entitled' });
    expect(await there.groups.list()).toEqual([{ name: 'flash', models: ['gemini-flash'], note: undefined }]);
    await here.changes.deleteGroup('flash');
    await there.others.look();
    expect(there.pools.of('gemini').acquireById(id!, 'gemini-pro')).toMatchObject({ kind: 'lease' });
    const after = await TestKeys.load(opened, here.clock);
    expect(after.roster.get(id!)).toMatchObject({ key: { group: 'flash' } });
  });

  it('follows what both change in turn, and reads nothing of its own', async () => {
    const [one, two] = await here.add(SECRETS);
    await there.others.look();
    for (let weight = 2; weight < 6; weight++) {
      await here.changes.update([one!], { weight });
      await there.changes.update([two!], { weight });
    }
    await Promise.all([here.others.look(), there.others.look()]);
    expect(here.roster.all().map(({ key }) => key.weight)).toEqual([5, 5, 1]);
    expect(there.roster.all().map(({ key }) => key.weight)).toEqual([5, 5, 1]);
    const before = here.roster.get(one!);
    await here.changes.update([one!], { weight: 9 });
    const own = here.roster.get(one!);
    await here.others.look();
    expect(here.roster.get(one!)).toBe(own);
    expect(before).not.toBe(own);
  });

  it('compares all keys after it was cut off for longer than removals are noted', async () => {
    const ids = await here.add(SECRETS);
    await there.others.look();
    await here.changes.delete([ids[0]!]);
    await opened.dataSource.query('DELETE FROM key_removals');
    here.clock.advance(HOUR_MS);
    await there.others.look();
    expect(secretsThere()).toEqual(SECRETS.slice(1));
  });
});
