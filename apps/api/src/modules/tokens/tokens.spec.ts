import { Secret } from '../../core/secret';
import { FakeClock } from '../../core/testing/fake-clock';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { replaceAdminToken } from './replace-admin-token';
import { type FirstTokens, syncTokens } from './sync-tokens';
import { TokenDirectory } from './token-directory';
import { TokenRepository } from './token.repository';
import { someMeters } from './testing/token-meters';
import { TokenWatch } from './token-watch';

const noCounts = { run: async () => undefined };

const env = (admin: string | undefined, ...clients: string[]) => ({
  AUTH_TOKEN: admin === undefined ? undefined : new Secret(admin),
  ALLOWED_TOKENS: clients.map((token) => new Secret(token)),
});

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  let clock: FakeClock;
  let tokens: TokenRepository;
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    clock = new FakeClock();
    tokens = new TokenRepository(opened.dataSource, opened.gate, clock);
  });
  afterEach(() => opened.close());

  const start = async (
    settings: ReturnType<typeof env>,
  ): Promise<{ directory: TokenDirectory; first: FirstTokens; warnings: string[] }> => {
    const warnings: string[] = [];
    const first = await syncTokens(tokens, settings, (message) => warnings.push(message));
    const directory = new TokenDirectory(clock, someMeters(clock));
    await new TokenWatch(tokens, directory, noCounts, clock).reload();
    return { directory, first, warnings };
  };

  it('makes both tokens at the very first start, and shows them only then', async () => {
    const { directory, first } = await start(env(undefined));
    expect(first.admin!.reveal()).toMatch(/^sk-[A-Za-z0-9]{48}$/);
    expect(directory.identify(first.admin!.reveal())?.isAdmin).toBe(true);
    expect(directory.identify(first.client!.reveal())?.isAdmin).toBe(false);

    const second = await start(env(undefined));
    expect(second.first).toEqual({ admin: undefined, client: undefined });
    expect(second.directory.identify(first.admin!.reveal())?.isAdmin).toBe(true);
  });

  it('stores no token that can be read', async () => {
    const { first } = await start(env(undefined));
    const stored = JSON.stringify(await opened.dataSource.query('SELECT * FROM access_tokens'));
    expect(stored).toContain('First client');
    expect(stored).not.toContain(first.admin!.reveal().slice(6, 20));
  });

  it('takes the tokens of the environment over, and makes none beside them', async () => {
    const { directory, first, warnings } = await start(env('the-admin', 'a-client'));
    expect(directory.identify('the-admin')).toMatchObject({ id: 0, name: 'AUTH_TOKEN', isAdmin: true });
    expect(directory.identify('a-client')).toMatchObject({ name: 'ALLOWED_TOKENS 1', isAdmin: false });
    expect(first).toEqual({ admin: undefined, client: undefined });
    expect(warnings).toEqual([]);
  });

  it('lets the first allowed token administer where AUTH_TOKEN is missing, with a warning that does not name it', async () => {
    const { directory, warnings } = await start(env(undefined, 'first-client', 'second-client'));
    expect(directory.identify('first-client')?.isAdmin).toBe(true);
    expect(directory.identify('second-client')?.isAdmin).toBe(false);
    expect(warnings).toEqual([expect.stringMatching(/^AUTH_TOKEN is not set/)]);
    expect(warnings.join()).not.toContain('first-client');
  });

  it('ends a token that has left the environment', async () => {
    await start(env('old-admin', 'old-client'));
    const { directory } = await start(env('new-admin'));
    expect(directory.identify('new-admin')?.isAdmin).toBe(true);
    expect(directory.identify('old-admin')).toBeUndefined();
    expect(directory.identify('old-client')).toBeUndefined();
  });

  it.each([
    ['that a start has taken over', true],
    ['that no start has seen yet', false],
  ])('replaces an AUTH_TOKEN %s for good', async (_, isStarted) => {
    const settings = env('env-admin', 'a-client');
    if (isStarted) await start(settings);
    const fresh = await replaceAdminToken(tokens, settings);
    const { directory } = await start(settings);
    expect(directory.identify(fresh.reveal())?.isAdmin).toBe(true);
    expect(directory.identify('env-admin')).toBeUndefined();
    expect(directory.identify('a-client')?.isAdmin).toBe(false);
  });

  it('replaces an admin token that was made here, and the next one after it', async () => {
    const { first } = await start(env(undefined));
    const second = await replaceAdminToken(tokens, env(undefined));
    const third = await replaceAdminToken(tokens, env(undefined));
    const { directory } = await start(env(undefined));
    expect([first.admin!, second, third].map((token) => directory.identify(token.reveal())?.isAdmin)).toEqual(
      [undefined, undefined, true],
    );
    expect(directory.identify(first.client!.reveal())).toBeDefined();
  });

  it('makes an allowed token that administered a mere client again', async () => {
    const settings = env(undefined, 'first-client');
    await start(settings);
    await replaceAdminToken(tokens, settings);
    const { directory, warnings } = await start(settings);
    expect(directory.identify('first-client')?.isAdmin).toBe(false);
    expect(warnings).toEqual([]);
  });

  it('notices within seconds, in a running process, what another one changed, and stores uses', async () => {
    const { first, directory } = await start(env(undefined));
    const watch = new TokenWatch(tokens, directory, noCounts, clock);
    watch.start();
    directory.identify(first.client!.reveal());
    const fresh = await replaceAdminToken(tokens, env(undefined));
    while (directory.identify(fresh.reveal()) === undefined) {
      clock.advance(2_000);
      await new Promise(setImmediate);
    }
    expect(directory.identify(first.admin!.reveal())).toBeUndefined();
    await watch.stop();
    const rows: { lastUsedAtMs: number | null }[] = await opened.dataSource.query(
      "SELECT lastUsedAtMs FROM access_tokens WHERE name = 'First client'",
    );
    expect(Number(rows[0]!.lastUsedAtMs)).toBeGreaterThan(0);
  });

  it('goes on with the tokens it knows while the database is away', async () => {
    const { directory } = await start(env('the-admin'));
    const watch = new TokenWatch(tokens, directory, noCounts, clock);
    await opened.dataSource.query('ALTER TABLE access_tokens RENAME TO away');
    await expect(watch.reload()).rejects.toThrow();
    expect(directory.identify('the-admin')).toBeDefined();
    await opened.dataSource.query('ALTER TABLE away RENAME TO access_tokens');
    await watch.reload();
    expect(directory.identify('the-admin')).toBeDefined();
  });
});
