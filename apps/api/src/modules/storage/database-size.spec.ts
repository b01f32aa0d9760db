import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { databaseSize } from './database-size';

describe.each(testDatabases())('the size of $name', (database) => {
  let open: OpenTestDatabase;
  beforeAll(async () => void (open = await openTestDatabase(database)));
  afterAll(() => open.close());

  it('is that of all its tables, with what it has set aside', async () => {
    const size = await databaseSize(open.dataSource, open.settings);
    expect(size.kind).toBe(open.settings.DATABASE_TYPE === 'mysql' ? 'mysql' : 'sqlite');
    expect(size.bytes + (size.walBytes ?? 0)).toBeGreaterThan(20_000);
    expect(size.unusedBytes).toBeGreaterThanOrEqual(0);
    expect(size.walBytes === undefined).toBe(size.kind === 'mysql');
  });
});
