import type { DataSource } from 'typeorm';
import { SQLITE_BUSY_TIMEOUT_MS } from '../opening/data-source-options';
import { isSqlite } from '../opening/open-database';
import { SqliteConnection } from '../opening/sqlite-connection';
import type { RunStatement } from './row-writer';

/** A connection that RowWriter writes by. */
export interface RowConnection {
  readonly runStatement: RunStatement;
  close(): Promise<void>;
}

/** A connection of its own to the SQLite file; on MySQL the pool has one for each statement. */
export async function openRowConnection(dataSource: DataSource): Promise<RowConnection> {
  if (!isSqlite(dataSource)) {
    return {
      runStatement: async (sql, parameters) => void (await dataSource.query(sql, [...parameters])),
      close: async () => undefined,
    };
  }
  const connection = await SqliteConnection.open(String(dataSource.options.database));
  await connection.run(`PRAGMA busy_timeout = ${SQLITE_BUSY_TIMEOUT_MS}`);
  await connection.run('PRAGMA synchronous = NORMAL');
  return {
    runStatement: (sql, parameters) => connection.run(sql, parameters),
    close: () => connection.close(),
  };
}
