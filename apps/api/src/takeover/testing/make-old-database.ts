import type { DataSource } from 'typeorm';

/** Rows for the tables of a gemini-balance database, column by column; JSON columns as text. */
export interface OldRows {
  readonly t_settings?: readonly Row[];
  readonly t_error_logs?: readonly Row[];
  readonly t_request_log?: readonly Row[];
  readonly t_file_records?: readonly Row[];
}
type Row = Readonly<Record<string, string | number | null>>;

/** The schema that gemini-balance makes; the same statements serve SQLite and MySQL but for how ids count on. */
const TABLES: readonly ((id: string) => string)[] = [
  (id) => `CREATE TABLE t_settings (id ${id}, \`key\` VARCHAR(100) NOT NULL UNIQUE, value TEXT,
    description VARCHAR(255), created_at DATETIME, updated_at DATETIME)`,
  (
    id,
  ) => `CREATE TABLE t_error_logs (id ${id}, gemini_key VARCHAR(100), model_name VARCHAR(100), error_type VARCHAR(50),
    error_log TEXT, error_code INTEGER, request_msg JSON, request_time DATETIME)`,
  (
    id,
  ) => `CREATE TABLE t_request_log (id ${id}, request_time DATETIME, model_name VARCHAR(100), api_key VARCHAR(100),
    is_success BOOLEAN NOT NULL, status_code INTEGER, latency_ms INTEGER)`,
  (
    id,
  ) => `CREATE TABLE t_file_records (id ${id}, name VARCHAR(255) NOT NULL UNIQUE, display_name VARCHAR(255),
    mime_type VARCHAR(100), size_bytes BIGINT, sha256_hash VARCHAR(255), state VARCHAR(10), create_time DATETIME,
    update_time DATETIME, expiration_time DATETIME, uri VARCHAR(500), api_key VARCHAR(100), upload_url TEXT,
    user_token VARCHAR(100), upload_completed DATETIME)`,
];

/** Makes the old tables in an empty database and fills them. */
export async function makeOldDatabase(dataSource: DataSource, rows: OldRows): Promise<void> {
  const isMysql = dataSource.options.type === 'mysql';
  const id = isMysql ? 'INTEGER PRIMARY KEY AUTO_INCREMENT' : 'INTEGER PRIMARY KEY AUTOINCREMENT';
  for (const table of TABLES) await dataSource.query(table(id));
  for (const [table, ofTable] of Object.entries(rows) as [string, readonly Row[]][]) {
    for (const row of ofTable) {
      const names = Object.keys(row).map((name) => `\`${name}\``);
      const places = names.map(() => '?');
      await dataSource.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`,
        Object.values(row),
      );
    }
  }
}
