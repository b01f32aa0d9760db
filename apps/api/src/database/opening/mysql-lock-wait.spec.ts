import { testDatabases } from '../testing/test-databases';
import { openDatabase } from './open-database';

// Where no server is installed the summary of `npm test` says so.
const [, mariadb] = testDatabases();

(mariadb === undefined ? describe.skip : describe)('on MariaDB', () => {
  it('lets no statement wait for long behind a backup that holds all tables', async () => {
    const empty = await mariadb!.create();
    const [locking, writing] = [await openDatabase(empty.settings), await openDatabase(empty.settings)];
    const holder = locking.createQueryRunner();
    await holder.query('LOCK TABLES setting_overrides READ');
    const write = (): Promise<unknown> =>
      writing.query(
        "INSERT INTO setting_overrides (name, value, isSealed, updatedAtMs) VALUES ('a', '1', 0, 1)",
      );
    const refused = { status: 'rejected', reason: { code: 'ER_LOCK_WAIT_TIMEOUT' } };
    expect(await Promise.allSettled([write(), write()])).toMatchObject([refused, refused]);
    await holder.query('UNLOCK TABLES');
    await expect(write()).resolves.toBeDefined();
    await holder.release();
    for (const source of [locking, writing]) await source.destroy();
    await empty.drop();
  });
});
