import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { SqliteConnection } from '../../src/database/opening/sqlite-connection';
import { isMariadbInstalled } from '../../src/database/testing/mariadb-server';
import { testDatabases } from '../../src/database/testing/test-databases';
import type { GatewayEnv } from '../../test/support/processes/gateway-process';
import { MariadbProcess } from '../../test/support/processes/mariadb-process';
import { storedRows } from '../../test/support/stored-rows';

/** A database of a gateway under faults, seen past the gateway. */
export interface Store {
  readonly env: GatewayEnv;
  /** @param dataDir the gateway's */
  rows<Row extends object>(dataDir: string, sql: string, parameters?: readonly string[]): Promise<Row[]>;
  /** What its own check finds wrong with the tables that are written most. */
  faults(dataDir: string): Promise<string[]>;
  /** Lets nobody else write until what it resolves with is called. */
  lock(dataDir: string): Promise<() => Promise<void>>;
  discard(): Promise<void>;
}

/** SQLite, and MariaDB where it is installed; where not, the summary says so. */
export function stores(): [name: string, start: () => Promise<Store>][] {
  testDatabases();
  const all: [string, () => Promise<Store>][] = [['SQLite', async () => SQLITE]];
  if (isMariadbInstalled()) all.push(['MariaDB', startMariadb]);
  return all;
}

const SQLITE: Store = {
  env: {},
  rows: (dataDir, sql, parameters = []) => storedRows(dataDir, sql, [...parameters]),
  faults: async (dataDir) => {
    const found = await storedRows<{ integrity_check: string }>(dataDir, 'PRAGMA integrity_check');
    return found.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  },
  lock: async (dataDir) => {
    const other = await SqliteConnection.open(`${dataDir}/default_db.db`);
    await other.run('BEGIN EXCLUSIVE');
    return async () => {
      await other.run('COMMIT');
      await other.close();
    };
  },
  discard: async () => undefined,
};

async function startMariadb(): Promise<Store> {
  const database = await MariadbProcess.start();
  const connect = () =>
    createConnection({
      socketPath: database.env['MYSQL_SOCKET'],
      user: database.env['MYSQL_USER'],
      database: database.env['MYSQL_DATABASE'],
    });
  const rows = async <Row extends object>(
    _: string,
    sql: string,
    parameters: readonly string[] = [],
  ): Promise<Row[]> => {
    const connection = await connect();
    try {
      const [found] = await connection.query<(Row & RowDataPacket)[]>(sql, [...parameters]);
      return found;
    } finally {
      await connection.end();
    }
  };
  return {
    env: database.env,
    rows,
    faults: async (dataDir) => {
      const sql = 'CHECK TABLE api_keys, holds, setting_overrides, request_logs, attempt_logs';
      const found = await rows<{ Table: string; Msg_text: string }>(dataDir, sql);
      return found.filter((row) => row.Msg_text !== 'OK').map((row) => `${row.Table}: ${row.Msg_text}`);
    },
    lock: async () => {
      const connection = await connect();
      await connection.query('FLUSH TABLES WITH READ LOCK');
      return () => connection.end();
    },
    discard: () => database.discard(),
  };
}
