import { Secret } from '../../core/secret';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { importEnvKeys } from './import-env-keys';
import { TestKeys } from './testing/test-keys';

const env = (keys: string[], more: { google?: string; vertex?: string[]; paid?: string } = {}) => ({
  API_KEYS: keys.map((key) => new Secret(key)),
  GOOGLE_API_KEY: more.google === undefined ? undefined : new Secret(more.google),
  VERTEX_API_KEYS: (more.vertex ?? []).map((key) => new Secret(key)),
  PAID_KEY: more.paid === undefined ? undefined : new Secret(more.paid),
});

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  beforeEach(async () => void (opened = await openTestDatabase(database)));
  afterEach(() => opened.close());

  const start = async (settings: ReturnType<typeof env>): Promise<{ keys: TestKeys; log: string[] }> => {
    const keys = await TestKeys.load(opened);
    const log: string[] = [];
    await importEnvKeys(settings, keys.roster, keys.addKeys, (message) => log.push(message));
    return { keys, log };
  };
  const secretsOf = ({ roster }: TestKeys): [string, string][] =>
    [...roster.all()].map(({ kind, key }) => [kind, key.secret.reveal()]);

  it('takes each list into its pool, and a key once that two settings name', async () => {
    const { keys } = await start(env(['a', 'b'], { google: 'b', vertex: ['v'], paid: 'a' }));
    expect(secretsOf(keys)).toEqual([
      ['gemini', 'a'],
      ['gemini', 'b'],
      ['vertex', 'v'],
      ['paid', 'a'],
    ]);
    expect(keys.pools.of('paid').totals().ready).toBe(1);
  });

  it('says nothing at the next start, when all is known', async () => {
    await start(env(['a', 'b']));
    const { keys, log } = await start(env(['a', 'b']));
    expect(secretsOf(keys)).toHaveLength(2);
    expect(log).toEqual([]);
  });

  it('keeps a deleted key away, also one that an administrator had added before', async () => {
    const { keys } = await start(env([]));
    await keys.add(['a']);
    const second = await start(env(['a', 'b']));
    await second.keys.keys.delete(
      [...second.keys.roster.all()].map(({ key }) => key.id),
      1,
    );
    const third = await start(env(['a', 'b']));
    expect(secretsOf(third.keys)).toEqual([]);
    expect(third.log).toEqual([
      '2 gemini key(s) of the environment were deleted in the dashboard and stay away.',
    ]);
  });

  it('lets an administrator bring a deleted key back', async () => {
    const { keys } = await start(env(['a']));
    await keys.keys.delete(
      [...keys.roster.all()].map(({ key }) => key.id),
      1,
    );
    await (await TestKeys.load(opened)).add(['a']);
    expect(secretsOf((await start(env(['a']))).keys)).toEqual([['gemini', 'a']]);
  });

  it('keeps a key that has left the environment, and says so without naming it', async () => {
    await start(env(['secret-one', 'secret-two']));
    const { keys, log } = await start(env(['secret-one']));
    expect(secretsOf(keys)).toHaveLength(2);
    expect(log).toEqual([
      '1 gemini key(s) are no longer in the environment; they are kept until they are deleted in the dashboard.',
    ]);
  });
});
