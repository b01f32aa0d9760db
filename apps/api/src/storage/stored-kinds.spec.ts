import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenTestDatabase, openTestDatabase } from '../database/testing/open-test-database';
import { testDatabases } from '../database/testing/test-databases';
import type { StoredRetention } from './stored-kind';
import { StoredFolder } from './stored-folder';
import { StoredRows } from './stored-rows';

const retention = (): StoredRetention => ({ retention: { rule: 'forever' }, settings: [] });

describe.each(testDatabases())('stored rows on $name', (database) => {
  let open: OpenTestDatabase;
  beforeAll(async () => void (open = await openTestDatabase(database)));
  afterAll(() => open.close());

  it('are counted, and the oldest is found', async () => {
    const place = { table: 'audit_logs', time: 'atMs', oldestBy: 'atMs' };
    const rows = new StoredRows('audit', open.dataSource, place, retention);
    expect(await rows.measure()).toEqual({ count: 0, isMore: false });
    const columns = ['atMs', 'action', 'subject', 'actor'];
    const row = (atMs: number) => [atMs, 'keys.delete', '1', 'system'];
    await open.rows.insert('audit_logs', columns, [row(3_000_000_000_000), row(5), row(7)]);
    expect(await rows.measure()).toEqual({ count: 3, isMore: false, oldestAtMs: 5 });
  });
});

describe('a stored folder', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'stored-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const measured = () => new StoredFolder('pictures', () => folder, retention).measure();

  it('has the bytes of all files below it, and the age of the oldest', async () => {
    mkdirSync(join(folder, '2026/11'), { recursive: true });
    writeFileSync(join(folder, '2026/11/a'), 'abc');
    writeFileSync(join(folder, 'b'), 'de');
    utimesSync(join(folder, 'b'), 5, 5);
    expect(await measured()).toEqual({ count: 2, bytes: 5, isMore: false, oldestAtMs: 5_000 });
  });

  it('that is not there is empty', async () => {
    rmSync(folder, { recursive: true });
    expect(await measured()).toEqual({ count: 0, bytes: 0, isMore: false });
  });
});
