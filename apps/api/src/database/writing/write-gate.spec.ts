import type { EntityManager } from 'typeorm';
import { type OpenTestDatabase, openTestDatabase } from '../testing/open-test-database';
import { testDatabases } from '../testing/test-databases';

const insert = (manager: EntityManager, id: number): Promise<unknown> =>
  manager.query(`INSERT INTO encryption_canary (id, sealed) VALUES (${id}, 'x')`);

/** A promise that the test resolves. */
function aSignal(): { given: Promise<void>; give: () => void } {
  let give!: () => void;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  beforeAll(async () => void (opened = await openTestDatabase(database)));
  afterAll(() => opened.close());
  beforeEach(() => opened.dataSource.query('DELETE FROM encryption_canary'));

  const storedIds = async (): Promise<number[]> => {
    const rows: { id: number }[] = await opened.dataSource.query(
      'SELECT id FROM encryption_canary ORDER BY id',
    );
    return rows.map((row) => row.id);
  };

  it('keeps a write that is made beside a transaction which is rolled back', async () => {
    const isOpen = aSignal();
    const failing = opened.gate.run(async (manager) => {
      await insert(manager, 1);
      isOpen.give();
      await new Promise(setImmediate);
      throw new Error('rolled back');
    });
    await isOpen.given;
    const beside = opened.gate.run((manager) => insert(manager, 2));
    await expect(failing).rejects.toThrow('rolled back');
    await beside;
    expect(await storedIds()).toEqual([2]);
  });

  it('commits many writes that are asked for at once', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => index + 1);
    await Promise.all(ids.map((id) => opened.gate.run((manager) => insert(manager, id))));
    expect(await storedIds()).toEqual(ids);
  });

  it('goes on after a write that failed', async () => {
    await expect(
      opened.gate.run((manager) => manager.query('INSERT INTO nowhere VALUES (1)')),
    ).rejects.toThrow();
    await opened.gate.run((manager) => insert(manager, 1));
    expect(await storedIds()).toEqual([1]);
  });

  it('lets a write begin what goes on after it and writes in its turn', async () => {
    let later!: Promise<unknown>;
    const isOver = aSignal();
    await opened.gate.run(async (manager) => {
      later = isOver.given.then(() => opened.gate.run((own) => insert(own, 2)));
      await insert(manager, 1);
    });
    isOver.give();
    await later;
    expect(await storedIds()).toEqual([1, 2]);
  });
});

// The reason for the gate. When this fails, TypeORM has given SQLite a connection for each transaction.
it('on SQLite without the gate, a write beside a transaction vanishes with its rollback', async () => {
  const opened = await openTestDatabase(testDatabases()[0]!);
  const isOpen = aSignal();
  const hasWritten = aSignal();
  const failing = opened.dataSource.transaction(async (manager) => {
    await insert(manager, 2);
    isOpen.give();
    await hasWritten.given;
    throw new Error('rolled back');
  });
  await isOpen.given;
  await insert(opened.dataSource.manager, 3);
  hasWritten.give();
  await expect(failing).rejects.toThrow('rolled back');
  expect(await opened.dataSource.query('SELECT id FROM encryption_canary WHERE id = 3')).toEqual([]);
  await opened.close();
});
