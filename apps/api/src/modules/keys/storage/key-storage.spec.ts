import { anOutcome } from '../../../core/testing/outcomes';
import { type OpenTestDatabase, openTestDatabase } from '../../../database/testing/open-test-database';
import { testDatabases } from '../../../database/testing/test-databases';
import { TestKeys } from '../testing/test-keys';

const SECRETS = [
  'AIzaSyFirst-key-of-the-test-000000000001',
  'AIzaSySecond-key-of-the-test-00000000002',
  'AIzaSyThird-key-of-the-test-000000000003',
];
const MINUTE_MS = 60_000;

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  let keys: TestKeys;
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    keys = await TestKeys.load(opened);
  });
  afterEach(() => opened.close());

  const restart = async (): Promise<TestKeys> => TestKeys.load(opened, keys.clock);
  const secretsOf = ({ roster }: TestKeys): string[] =>
    [...roster.all()].map(({ key }) => key.secret.reveal());
  const storedText = async (): Promise<string> =>
    JSON.stringify(await opened.dataSource.query('SELECT * FROM api_keys'));

  it('has the keys again after a restart, with their secrets', async () => {
    const ids = await keys.add(SECRETS);
    const after = await restart();
    expect(secretsOf(after)).toEqual(SECRETS);
    expect(after.pools.of('gemini').totals()).toMatchObject({ ready: 3, total: 3 });
    expect(after.roster.all().map(({ key }) => key.id)).toEqual(ids);
  });

  it('stores no secret that can be read', async () => {
    await keys.add(SECRETS);
    await keys.keys.update([1], { note: 'control' });
    const stored = await storedText();
    expect(stored).toContain('control');
    for (const secret of SECRETS) expect(stored).not.toContain(secret.slice(6, 20));
  });

  it('adds a known key no second time, but one of another kind', async () => {
    await keys.add(SECRETS);
    expect(await keys.add(SECRETS)).toEqual([]);
    const parts = keys.addKeys.add('paid', SECRETS.slice(0, 1), 'admin');
    expect((await parts.next()).value.added).toHaveLength(1);
  });

  it('brings holds, failures and projects through a restart', async () => {
    const [rated, dead] = await keys.add(SECRETS);
    keys.settle(rated!, 'pro', anOutcome('rate_limited', { retryAfterMs: MINUTE_MS }));
    keys.settle(dead!, 'pro', anOutcome('invalid_key'));
    keys.settle(3, 'pro', anOutcome('misconfigured_key', {}, 'projects/77'));
    await keys.follower.flush(true);

    const after = await restart();
    for (const id of [rated!, dead!, 3]) {
      expect(after.roster.statusOf(id)).toEqual(keys.roster.statusOf(id));
    }
    expect(after.roster.statusOf(rated!)).toMatchObject({
      state: 'ready',
      holds: [{ scope: 'pro', reason: 'rate_limited' }],
    });
    expect(after.roster.statusOf(dead!)?.state).toBe('invalid');
  });

  it('drops holds that have ended', async () => {
    const [id] = await keys.add(SECRETS);
    keys.settle(id!, 'pro', anOutcome('rate_limited', { retryAfterMs: MINUTE_MS }));
    await keys.follower.flush(false);
    keys.clock.advance(MINUTE_MS * 2);
    expect((await restart()).roster.statusOf(id!)?.holds).toEqual([]);
    expect(await opened.dataSource.query('SELECT * FROM holds')).toEqual([]);
  });

  it('forgets stored holds and failures that an administrator lifted', async () => {
    const [id] = await keys.add(SECRETS);
    keys.settle(id!, 'pro', anOutcome('misconfigured_key'));
    await keys.follower.flush(false);
    keys.pools.of('gemini').release(id!);
    await keys.follower.flush(false);
    expect((await restart()).roster.statusOf(id!)).toMatchObject({ state: 'ready', holds: [], failures: 0 });
  });

  it('stores for many keys at once when they were used and what upstream said', async () => {
    const ids = await keys.add(Array.from({ length: 450 }, (_, index) => `test-key-number-${index}`));
    for (const id of ids) keys.follower.noteUse(id, 1_764_000_000_000 + id);
    keys.follower.noteError(ids[7]!, 'x'.repeat(2_000));
    await keys.follower.flush(true);
    const rows = await keys.keys.rowsOf(ids);
    expect(rows.filter((row) => row.lastUsedAtMs !== 1_764_000_000_000 + row.id)).toEqual([]);
    expect(rows.filter((row) => row.lastError !== null).map((row) => [row.id, row.lastError])).toEqual([
      [ids[7], 'x'.repeat(500)],
    ]);
  });

  it('passes over a hold whose name no column takes, and stores the others', async () => {
    const listener = keys.follower.listenerOf('gemini');
    const aHold = (model: string) =>
      ({
        subject: { kind: 'model', id: model },
        scope: '*',
        sinceMs: 1,
        untilMs: Infinity,
        reason: 'overloaded',
        strikes: 1,
      }) as const;
    listener.held(aHold('m'.repeat(5_000)));
    listener.held(aHold('pro'));
    await keys.follower.flush(false);
    expect(await keys.state.loadHolds('gemini', 2)).toEqual([aHold('pro')]);
  });

  it('removes a deleted key with its holds, and leaves of one from the environment a tombstone without secret', async () => {
    const [ofEnv] = await keys.add([SECRETS[0]!], 'env');
    const [own] = await keys.add([SECRETS[1]!]);
    await keys.keys.update([ofEnv!], { note: 'private' });
    keys.settle(ofEnv!, 'pro', anOutcome('invalid_key'));
    await keys.follower.flush(false);
    await keys.keys.delete([ofEnv!, own!], keys.clock.nowMs());

    const rows = await opened.dataSource.query('SELECT id, sealedSecret, note, deletedAtMs FROM api_keys');
    expect(rows).toEqual([{ id: ofEnv, sealedSecret: null, note: null, deletedAtMs: keys.clock.nowMs() }]);
    expect(await opened.dataSource.query('SELECT * FROM holds')).toEqual([]);
    expect(secretsOf(await restart())).toEqual([]);
  });

  it('clears a field by an empty text, and leaves those alone that were not sent', async () => {
    const [id] = await keys.add(SECRETS);
    await keys.keys.update([id!], { note: 'one', group: 'two' });
    await keys.keys.update([id!], { note: '' });
    await keys.keys.update([id!], {});
    expect(await keys.keys.rowsOf([id!])).toMatchObject([{ note: null, groupName: 'two' }]);
  });
});
