import { type OpenTestDatabase, openTestDatabase } from '../testing/open-test-database';
import { testDatabases } from '../testing/test-databases';
import type { RowValue } from './row-writer';

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(database);
    await opened.dataSource.query(
      'CREATE TABLE counts (minute BIGINT NOT NULL, model VARCHAR(50) NOT NULL, calls INT NOT NULL, note VARCHAR(50), PRIMARY KEY (minute, model))',
    );
  });
  afterAll(() => opened.close());
  beforeEach(() => opened.dataSource.query('DELETE FROM counts'));

  const stored = (): Promise<unknown[]> =>
    opened.dataSource.query('SELECT minute, model, calls FROM counts ORDER BY minute, model');

  it('writes every row, however many statements it takes', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index): RowValue[] => [
      1_764_000_000_000 + index,
      "it's",
      index,
      null,
    ]);
    await opened.rows.insert('counts', ['minute', 'model', 'calls', 'note'], rows);
    expect(await stored()).toEqual(rows.map(([minute, model, calls]) => ({ minute, model, calls })));
  });

  it('writes nothing when there is nothing to write', async () => {
    await opened.rows.insert('counts', ['minute'], []);
    expect(await stored()).toEqual([]);
  });

  it('adds to the counts that are there and makes the others', async () => {
    const add = (...rows: RowValue[][]): Promise<void> =>
      opened.rows.add('counts', ['minute', 'model'], ['calls'], rows);
    await add([1, 'pro', 2], [1, 'flash', 5]);
    await add([1, 'pro', 3], [2, 'pro', 1]);
    expect(await stored()).toEqual([
      { minute: 1, model: 'flash', calls: 5 },
      { minute: 1, model: 'pro', calls: 5 },
      { minute: 2, model: 'pro', calls: 1 },
    ]);
  });

  it('keeps its rows when a transaction beside it is rolled back', async () => {
    const failing = opened.gate.run(async (manager) => {
      await manager.query("INSERT INTO counts (minute, model, calls) VALUES (1, 'rolled back', 1)");
      throw new Error('rolled back');
    });
    await Promise.all([
      expect(failing).rejects.toThrow(),
      opened.rows.insert('counts', ['minute', 'model', 'calls'], [[2, 'kept', 1]]),
    ]);
    expect(await stored()).toEqual([{ minute: 2, model: 'kept', calls: 1 }]);
  });

  it('says so when a row cannot be written', async () => {
    await expect(
      opened.rows.insert('counts', ['minute', 'model', 'calls'], [[1, null, 1]]),
    ).rejects.toThrow();
  });
});
