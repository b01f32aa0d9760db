import type { DataSource } from 'typeorm';
import type { OldDatabase, OldError, OldFile, OldRequest } from './old-installation';
import { oldTimeMs } from './old-time';

const PAGE = 500;

type Row = Readonly<Record<string, unknown>>;

/** Reads the tables of a gemini-balance database, SQLite or MySQL, and never writes. */
export class OldTables implements OldDatabase {
  constructor(
    private readonly dataSource: DataSource,
    /** Of the machine that wrote the logs. */
    private readonly timeZone: string,
  ) {}

  async settings(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.rowsOf('t_settings');
    return new Map(rows.map((row) => [textOf(row['key']), textOf(row['value'])]));
  }

  async files(): Promise<OldFile[]> {
    const rows = await this.rowsOf('t_file_records');
    return rows.flatMap((row) => {
      const expiresAtMs = this.timeOf(row['expiration_time'], 'UTC');
      return expiresAtMs === undefined ? [] : [toOldFile(row, expiresAtMs)];
    });
  }

  async countLogs(): Promise<{ errors: number; requests: number }> {
    return { errors: await this.countOf('t_error_logs'), requests: await this.countOf('t_request_log') };
  }

  async *errors(): AsyncGenerator<OldError[]> {
    for await (const rows of this.pagesOf('t_error_logs')) yield rows.flatMap((row) => this.toError(row));
  }

  async *requests(): AsyncGenerator<OldRequest[]> {
    for await (const rows of this.pagesOf('t_request_log')) yield rows.flatMap((row) => this.toRequest(row));
  }

  close(): Promise<void> {
    return this.dataSource.destroy();
  }

  private toError(row: Row): OldError[] {
    const atMs = this.timeOf(row['request_time'], this.timeZone);
    if (atMs === undefined) return [];
    return [
      {
        id: Number(row['id']),
        key: textOf(row['gemini_key']),
        model: textOf(row['model_name']),
        type: textOf(row['error_type']),
        text: textOf(row['error_log']),
        status: numberOf(row['error_code']),
        atMs,
      },
    ];
  }

  private toRequest(row: Row): OldRequest[] {
    const atMs = this.timeOf(row['request_time'], this.timeZone);
    if (atMs === undefined) return [];
    return [
      {
        id: Number(row['id']),
        key: textOf(row['api_key']),
        model: textOf(row['model_name']),
        isSuccess: Boolean(Number(row['is_success'])),
        status: numberOf(row['status_code']),
        latencyMs: numberOf(row['latency_ms']) ?? 0,
        atMs,
      },
    ];
  }

  private timeOf(value: unknown, timeZone: string): number | undefined {
    return value == null ? undefined : oldTimeMs(textOf(value), timeZone);
  }

  private async *pagesOf(table: string): AsyncGenerator<Row[]> {
    if (!(await this.hasTable(table))) return;
    for (let last = -1; ;) {
      const rows = await this.query(`SELECT * FROM ${table} WHERE id > ${last} ORDER BY id LIMIT ${PAGE}`);
      if (rows.length > 0) yield rows;
      if (rows.length < PAGE) return;
      last = Number(rows.at(-1)!['id']);
    }
  }

  private async rowsOf(table: string): Promise<Row[]> {
    return (await this.hasTable(table)) ? this.query(`SELECT * FROM ${table} ORDER BY id`) : [];
  }

  private async countOf(table: string): Promise<number> {
    if (!(await this.hasTable(table))) return 0;
    const [row] = await this.query(`SELECT COUNT(*) AS n FROM ${table}`);
    return Number(row?.['n'] ?? 0);
  }

  private async hasTable(table: string): Promise<boolean> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await runner.hasTable(table);
    } finally {
      await runner.release();
    }
  }

  private query(sql: string): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql);
  }
}

function toOldFile(row: Row, expiresAtMs: number): OldFile {
  const body: Record<string, string> = {};
  const keep = (name: string, value: unknown): void => {
    if (value != null && value !== '') body[name] = textOf(value);
  };
  keep('name', row['name']);
  keep('displayName', row['display_name']);
  keep('mimeType', row['mime_type']);
  keep('sizeBytes', row['size_bytes']);
  keep('sha256Hash', row['sha256_hash']);
  keep('state', row['state']);
  keep('uri', row['uri']);
  for (const [name, column] of [
    ['createTime', 'create_time'],
    ['updateTime', 'update_time'],
    ['expirationTime', 'expiration_time'],
  ] as const) {
    const ms = row[column] == null ? undefined : oldTimeMs(textOf(row[column]), 'UTC');
    if (ms !== undefined) body[name] = new Date(ms).toISOString();
  }
  return {
    name: textOf(row['name']),
    apiKey: textOf(row['api_key']),
    userToken: textOf(row['user_token']),
    expiresAtMs,
    body,
  };
}

/** MySQL gives a JSON column as a value, SQLite as text. */
function textOf(value: unknown): string {
  if (value == null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function numberOf(value: unknown): number | undefined {
  const number = value == null || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}
