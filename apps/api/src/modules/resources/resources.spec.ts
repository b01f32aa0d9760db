import { Secret } from '../../core/secret';
import { FakeClock } from '../../core/testing/fake-clock';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import type { ClientIdentity } from '../../http/identity/client-identity';
import { CleanUpResources } from './clean-up-resources.task';
import { KnownResources } from './known-resources';
import { ResourceDeniedError, ResourceExpiredError } from './resource-errors';
import { ResourcePins } from './resource-pins';
import { ResourceRepository } from './resource.repository';
import type { ResourceNews } from './stored-resource';
import { UploadSessions } from './upload-sessions';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const client = (id: number): ClientIdentity => ({ id, name: `client ${id}`, isAdmin: false });
const admin: ClientIdentity = { id: 0, name: 'admin', isAdmin: true };

const aFile = (name: string, more: Partial<ResourceNews> = {}): ResourceNews => ({
  name: `files/${name}`,
  keyKind: 'gemini',
  keyId: 1,
  tokenId: 1,
  lifetimeMs: 48 * HOUR_MS,
  ...more,
});

describe.each(testDatabases())('resources on $name', (database) => {
  let open: OpenTestDatabase;
  let repository: ResourceRepository;
  let uploads: UploadSessions;
  let clock: FakeClock;
  let known: KnownResources;
  let pins: ResourcePins;

  beforeAll(async () => {
    open = await openTestDatabase(database);
    repository = new ResourceRepository(open.dataSource, open.gate);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    clock = new FakeClock();
    await open.gate.run((manager) => manager.query('DELETE FROM stored_resources'));
    uploads = new UploadSessions(open.dataSource, open.gate, open.box, clock);
    known = anew();
    pins = new ResourcePins(
      known,
      () => true,
      () => clock.nowMs(),
    );
  });

  /** As after a restart: with nothing in memory. */
  const anew = () =>
    new KnownResources(repository, clock, (failure) => {
      throw failure;
    });

  it('are found at once and after a restart, by their own name alone', async () => {
    await known.keep([aFile('a', { body: { name: 'files/a', state: 'ACTIVE' } }), aFile('A', { keyId: 2 })]);
    for (const each of [known, anew()]) {
      expect(await each.find('files/a')).toMatchObject({ keyId: 1, tokenId: 1, body: { state: 'ACTIVE' } });
      expect(await each.find('files/A')).toMatchObject({ keyId: 2 });
      expect(await each.find('files/b')).toBeUndefined();
    }
  });

  it('are found by what they lie in', async () => {
    await known.keep([aFile('', { name: 'fileSearchStores/s', keyId: 3, lifetimeMs: undefined })]);
    for (const each of [known, anew()])
      expect(await each.find('fileSearchStores/s/documents/d')).toMatchObject({ keyId: 3 });
  });

  it('stay with the token that made them first, until they expire', async () => {
    await known.keep([aFile('a')]);
    await anew().keep([aFile('a', { tokenId: 2, keyId: 2 })]);
    expect(await anew().find('files/a')).toMatchObject({ tokenId: 1, keyId: 1 });
    clock.advance(3 * DAY_MS);
    await anew().keep([aFile('a', { tokenId: 2, keyId: 2 })]);
    expect(await anew().find('files/a')).toMatchObject({ tokenId: 2, keyId: 2 });
  });

  it('are renewed by what upstream says of them later', async () => {
    await known.keep([aFile('a', { body: { state: 'PROCESSING' } })]);
    const endsAtMs = clock.nowMs() + HOUR_MS;
    await anew().keep([aFile('a', { body: { state: 'ACTIVE' }, endsAtMs })]);
    expect(await anew().find('files/a')).toMatchObject({ body: { state: 'ACTIVE' }, expiresAtMs: endsAtMs });
    await anew().forget('files/a');
    expect(await anew().find('files/a')).toBeUndefined();
  });

  it('whose names are credentials are kept by their digest', async () => {
    await known.keep([aFile('', { name: 'auth_tokens/secret-name' })]);
    const rows: unknown = await open.dataSource.query('SELECT * FROM stored_resources');
    expect(JSON.stringify(rows)).not.toContain('secret-name');
    expect(await anew().find('auth_tokens/secret-name')).toMatchObject({ keyId: 1 });
  });

  it('are listed for their token, newest first, in pages, without what has expired', async () => {
    for (const [n, tokenId] of [1, 2, 1, 1].entries()) await known.keep([aFile(`f${n}`, { tokenId })]);
    await known.keep([aFile('old', { endsAtMs: clock.nowMs() - 1 })]);
    const page = async (tokenId: number | undefined, beforeId?: number) => {
      const rows = await known.list({ collection: 'files', tokenId, beforeId, limit: 2 });
      return { names: rows.map(({ name }) => name), last: rows.at(-1)?.id };
    };
    const first = await page(1);
    expect(first.names).toEqual(['files/f3', 'files/f2']);
    expect((await page(1, first.last)).names).toEqual(['files/f0']);
    expect((await page(undefined)).names).toEqual(['files/f3', 'files/f2']);
    expect((await page(3)).names).toEqual([]);
    expect([await known.isKnown('files'), await known.isKnown('voices')]).toEqual([true, false]);
  });

  it('are used by their token and by the administrator, and by others only without isolation', async () => {
    await known.keep([aFile('a')]);
    expect(await pins.pinOf(client(1), ['files/a'])).toMatchObject({ keyId: 1 });
    expect(await pins.pinOf(admin, ['files/a'])).toMatchObject({ keyId: 1 });
    await expect(pins.pinOf(client(2), ['files/a'])).rejects.toThrow(ResourceDeniedError);
    const shared = new ResourcePins(
      known,
      () => false,
      () => clock.nowMs(),
    );
    expect(await shared.pinOf(client(2), ['files/a'])).toMatchObject({ keyId: 1 });
    clock.advance(3 * DAY_MS);
    await expect(pins.pinOf(client(1), ['files/a'])).rejects.toThrow(ResourceExpiredError);
  });

  it('of several keys cannot be used together', async () => {
    await known.keep([aFile('a'), aFile('b', { keyId: 2 }), aFile('c')]);
    expect(await pins.pinOf(client(1), ['files/a', 'files/c', 'files/unknown'])).toMatchObject({ keyId: 1 });
    expect(await pins.pinOf(client(1), ['files/unknown'])).toBeUndefined();
    await expect(pins.pinOf(client(1), ['files/a', 'files/b'])).rejects.toThrow(/files\/a and files\/b/);
  });

  it('are forgotten once they have expired, and with them uploads that were not finished', async () => {
    const session = {
      url: new Secret('https://upstream/upload?id=1'),
      keyKind: 'gemini',
      keyId: 1,
      tokenId: 1,
      collection: 'files',
    } as const;
    const id = await uploads.begin(session);
    await known.keep([aFile('a'), aFile('', { name: 'tunedModels/t', lifetimeMs: undefined })]);
    const policy = { isEnabled: true, intervalHours: 2 };
    const task = new CleanUpResources(repository, uploads, clock, () => policy);
    expect(task.schedule()).toEqual({ everyMs: 2 * HOUR_MS });
    expect(await task.run()).toMatchObject({ values: { count: 0 } });
    clock.advance(8 * DAY_MS);
    expect(await task.run()).toMatchObject({ values: { count: 1 } });
    expect(await anew().find('tunedModels/t')).toMatchObject({ keyId: 1 });
    expect(await uploads.find(id)).toBeUndefined();
    policy.isEnabled = false;
    expect(task.schedule()).toBeUndefined();
  });

  it('that are uploaded are found by an id that nobody can guess, and stored without it and sealed', async () => {
    const url = 'https://upstream/upload?upload_id=theirs';
    const id = await uploads.begin({
      url: new Secret(url),
      keyKind: 'gemini',
      keyId: 4,
      tokenId: 5,
      collection: 'files',
    });
    expect(id.length).toBeGreaterThanOrEqual(43);
    const rows: unknown = await open.dataSource.query('SELECT * FROM upload_sessions');
    expect(JSON.stringify(rows)).not.toContain(id);
    expect(JSON.stringify(rows)).not.toContain('theirs');
    const again = new UploadSessions(open.dataSource, open.gate, open.box, clock);
    const found = await again.find(id);
    expect([found?.url.reveal(), found?.keyId, found?.tokenId]).toEqual([url, 4, 5]);
    expect(await again.find(`${id}x`)).toBeUndefined();
  });
});

describe('resources without a database', () => {
  it('made before are known still, and stored when it is back', async () => {
    const stored: string[] = [];
    const failures: unknown[] = [];
    const gone = () => Promise.reject(new Error('gone'));
    const repository = {
      find: gone,
      put: gone,
      remove: gone,
      list: gone,
      isKnown: gone,
    } as unknown as ResourceRepository;
    const known = new KnownResources(repository, new FakeClock(), (failure) => failures.push(failure));
    await known.keep([aFile('a')]);
    expect(await known.find('files/a')).toMatchObject({ keyId: 1 });
    await expect(known.find('files/b')).rejects.toMatchObject({ status: 503 });
    expect(failures).toHaveLength(1);
    Object.assign(repository, {
      put: async (resources: readonly { name: string }[]) => {
        stored.push(...resources.map(({ name }) => name));
        return [];
      },
    });
    await known.flush();
    await known.flush();
    expect(stored).toEqual(['files/a']);
  });

  it('that is slow keeps no client waiting for long', async () => {
    const clock = new FakeClock();
    const silent = { put: () => new Promise<never>(() => undefined) } as unknown as ResourceRepository;
    const known = new KnownResources(silent, clock, () => undefined);
    const kept = known.keep([aFile('a')]);
    clock.advance(2_000);
    await kept;
    expect(await known.find('files/a')).toMatchObject({ keyId: 1 });
  });
});
