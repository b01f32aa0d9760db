import type { Place } from '../../../database/cursors/place-cursor';
import { StoredFiles1700000000012 } from '../../../database/migrations/1700000000012-stored-files';
import { type OpenTestDatabase, openTestDatabase } from '../../../database/testing/open-test-database';
import { testDatabases } from '../../../database/testing/test-databases';
import { ResourceRepository } from '../resource.repository';
import type { NewResource } from '../stored-resource';
import type { FileSelection } from './file-selection';
import { type FileOrder, StoredFiles } from './stored-files';

const NOW_MS = 1_000_000;
const LATER_MS = NOW_MS + 1;

const aFile = (name: string, told: object | undefined, more: Partial<NewResource> = {}): NewResource => ({
  name: `files/${name}`,
  keyKind: 'gemini',
  keyId: 1,
  tokenId: 1,
  expiresAtMs: LATER_MS,
  ...(told && { body: { name: `files/${name}`, ...told } }),
  ...more,
});

describe.each(testDatabases())('files on $name', (database) => {
  let open: OpenTestDatabase;
  let repository: ResourceRepository;
  let files: StoredFiles;

  beforeAll(async () => {
    open = await openTestDatabase(database);
    repository = new ResourceRepository(open.dataSource, open.gate);
    files = new StoredFiles(open.dataSource);
    const film = {
      displayName: '100% film',
      mimeType: 'video/mp4',
      sizeBytes: '3000000000',
      state: 'PROCESSING',
    };
    await repository.put(
      [
        aFile('a', { displayName: 'greeting', mimeType: 'text/plain', sizeBytes: '12', state: 'ACTIVE' }),
        aFile('b', film, { keyId: 2, expiresAtMs: LATER_MS + 5 }),
        aFile('c', { sizeBytes: '7', state: 'FAILED' }, { tokenId: 0 }),
        aFile('d', undefined),
        aFile('e', { sizeBytes: '40', state: 'ACTIVE' }, { expiresAtMs: NOW_MS }),
        aFile('', undefined, { name: 'cachedContents/x' }),
      ],
      NOW_MS,
    );
  });
  afterAll(() => open.close());

  const listed = async (
    selection: FileSelection = {},
    order: FileOrder = { sort: 'created', isRising: false },
  ) => {
    const page = await files.page(selection, order, undefined, 100, NOW_MS);
    return page.map(({ name }) => name.slice(-1)).join('');
  };

  it('are listed with what upstream told of them, and without what is no file', async () => {
    expect(await listed()).toBe('edcba');
    const [film] = await files.page(
      { search: 'film' },
      { sort: 'size', isRising: true },
      undefined,
      1,
      NOW_MS,
    );
    expect(film).toMatchObject({
      name: 'files/b',
      displayName: '100% film',
      mimeType: 'video/mp4',
      sizeBytes: 3_000_000_000,
      state: 'processing',
      keyId: 2,
      createdAtMs: NOW_MS,
    });
  });

  it.each<[string, FileSelection, string]>([
    ['a state', { state: 'active' }, 'a'],
    ['the state of those that are over', { state: 'expired' }, 'e'],
    ['a state that nobody told', { state: 'unknown' }, 'd'],
    ['the admin token', { tokenId: 0 }, 'c'],
    ['a key', { keyIds: [2, 9] }, 'b'],
    ['a key that nobody knows', { keyIds: [] }, ''],
    ['part of a display name', { search: 'GREET' }, 'a'],
    ['part of a type', { search: 'video/' }, 'b'],
    ['a text that looks like a pattern', { search: '0%' }, 'b'],
    ['a name', { search: 'files/c' }, 'c'],
    ['several things', { state: 'failed', tokenId: 1 }, ''],
  ])('are narrowed by %s', async (_, selection, expected) => {
    expect(await listed(selection)).toBe(expected);
    const ids = await files.ids(selection, NOW_MS);
    expect(ids).toHaveLength(expected.length);
  });

  it.each<[FileOrder, string]>([
    [{ sort: 'created', isRising: true }, 'abcde'],
    [{ sort: 'size', isRising: false }, 'beacd'],
    [{ sort: 'size', isRising: true }, 'dcaeb'],
    [{ sort: 'expires', isRising: true }, 'eacdb'],
  ])('come in the order of %j, page by page', async (order, expected) => {
    expect(await listed({}, order)).toBe(expected);
    let after: Place | undefined;
    let seen = '';
    for (let page = await files.page({}, order, after, 2, NOW_MS); page.length > 0;) {
      seen += page.map(({ name }) => name.slice(-1)).join('');
      after = files.placeOf(page.at(-1)!, order);
      page = await files.page({}, order, after, 2, NOW_MS);
    }
    expect(seen).toBe(expected);
  });

  it('are summed up by state, whatever state is asked for', async () => {
    expect(await files.totals({ state: 'active' }, NOW_MS)).toEqual({
      active: { files: 1, bytes: 12 },
      processing: { files: 1, bytes: 3_000_000_000 },
      failed: { files: 1, bytes: 7 },
      unknown: { files: 1, bytes: 0 },
      expired: { files: 1, bytes: 40 },
      total: { files: 5, bytes: 3_000_000_059 },
    });
    expect(await files.sum()).toEqual({ count: 5, bytes: 3_000_000_059, oldestAtMs: NOW_MS });
  });

  it('keep what was told of them when less is told, and take over what is new', async () => {
    const told = () =>
      files.page({ search: 'files/f' }, { sort: 'created', isRising: true }, undefined, 1, NOW_MS);
    await repository.put([aFile('f', { sizeBytes: '5', state: 'PROCESSING' })], NOW_MS);
    await repository.put([aFile('f', undefined)], NOW_MS);
    expect(await told()).toMatchObject([{ sizeBytes: 5, state: 'processing' }]);
    await repository.put([aFile('f', { sizeBytes: '5', state: 'ACTIVE' })], NOW_MS);
    expect(await told()).toMatchObject([{ sizeBytes: 5, state: 'active' }]);
    await repository.remove('files/f');
  });

  it('that were stored before there were columns get them from what upstream told', async () => {
    const migration = new StoredFiles1700000000012();
    const runner = open.dataSource.createQueryRunner();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    expect(await files.totals({}, NOW_MS)).toMatchObject({ total: { files: 5, bytes: 3_000_000_059 } });
    expect(await listed({ search: 'greeting' })).toBe('a');
  });
});
