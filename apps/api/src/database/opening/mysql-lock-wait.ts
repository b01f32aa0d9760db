import type { Pool } from 'mysql2';
import type { DataSource } from 'typeorm';

/**
 * How long a statement waits for a table that is locked, as by a backup or a change of its columns. The server's own limit is a day,
 * for which an administrator would see nothing happen.
 */
const BOUND = 'SET SESSION lock_wait_timeout = 5';

/** Called once the tables are as they are to be: what changes them may wait longer. */
export async function boundLockWaits(dataSource: DataSource): Promise<void> {
  const { pool } = dataSource.driver as unknown as { readonly pool: Pool };
  pool.on('connection', (connection) => connection.query(BOUND));
  // The one that is there already.
  await dataSource.query(BOUND);
}
