import { openDatabase } from './opening/open-database';
import { type EmptyDatabase, testDatabases } from './testing/test-databases';

describe.each(testDatabases())('$name', (database) => {
  let empty: EmptyDatabase;
  beforeEach(async () => void (empty = await database.create()));
  afterEach(() => empty.drop());

  it('has a column for every field of every entity, and no other', async () => {
    const dataSource = await openDatabase(empty.settings);
    const runner = dataSource.createQueryRunner();
    for (const entity of dataSource.entityMetadatas) {
      const table = await runner.getTable(entity.tableName);
      const inTable = table?.columns.map((column) => [column.name, column.isNullable]).sort();
      const inEntity = entity.columns.map((column) => [column.databaseName, column.isNullable]).sort();
      expect([entity.tableName, inTable]).toEqual([entity.tableName, inEntity]);
    }
    await runner.release();
    await dataSource.destroy();
  });

  it('can be opened again, and takes every migration back', async () => {
    await (await openDatabase(empty.settings)).destroy();
    const dataSource = await openDatabase(empty.settings);
    for (let left = dataSource.migrations.length; left > 0; left--) await dataSource.undoLastMigration();
    const runner = dataSource.createQueryRunner();
    for (const entity of dataSource.entityMetadatas)
      expect(await runner.hasTable(entity.tableName)).toBe(false);
    await runner.release();
    await dataSource.destroy();
  });
});
