import type { DataSource } from 'typeorm';
import { InvalidRequestError } from '../../../core/gateway-error';
import { isSqlite } from '../../../database/opening/open-database';
import type { Selection } from './log-tables';

/** Rows as the database hands them out. */
export type LogRow = Readonly<Record<string, string | number | null>>;

export interface RowPage {
  readonly rows: readonly LogRow[];
  readonly nextCursor: string | undefined;
}

/** Reads a log newest first, page by page, at the same cost for the first page and the last. */
export class LogPages {
  constructor(private readonly dataSource: DataSource) {}

  /** @param cursor what the page before gave out @throws InvalidRequestError for another one */
  async page(selection: Selection, limit: number, cursor?: string): Promise<RowPage> {
    const rows = await this.#read(
      '*',
      selection,
      limit + 1,
      cursor === undefined ? undefined : toPlace(cursor),
    );
    const kept = rows.slice(0, limit);
    const last = kept.at(-1);
    const nextCursor = rows.length > limit && last ? `${last['startedAtMs']}-${last['id']}` : undefined;
    return { rows: kept, nextCursor };
  }

  /** The newest rows, with these columns alone; of those up to an id where one is given. */
  newest(columns: string, selection: Selection, limit: number, uptoId: number): Promise<LogRow[]> {
    const filters = [...selection.filters, { sql: 'id <= ?', parameters: [uptoId] }];
    return this.#read(columns, { ...selection, filters }, limit, undefined);
  }

  async byId(table: Selection['table'], id: number): Promise<LogRow | undefined> {
    const rows: LogRow[] = await this.dataSource.query(`SELECT * FROM ${table} WHERE id = ?`, [id]);
    return rows[0];
  }

  #read(
    columns: string,
    { table, filters }: Selection,
    limit: number,
    before: readonly [startedAtMs: number, id: number] | undefined,
  ): Promise<LogRow[]> {
    const place = before && {
      sql: 'startedAtMs <= ? AND (startedAtMs < ? OR id < ?)',
      parameters: [before[0], ...before],
    };
    const all = place === undefined ? filters : [...filters, place];
    const index = filters.find((filter) => filter.index !== undefined)?.index;
    // Neither database knows how many rows a value has, so that their own choice is often the wrong index.
    const hint =
      index === undefined ? '' : isSqlite(this.dataSource) ? `INDEXED BY ${index}` : `FORCE INDEX (${index})`;
    return this.dataSource.query(
      `SELECT ${columns} FROM ${table} ${hint} WHERE ${all.map(({ sql }) => sql).join(' AND ')}
       ORDER BY startedAtMs DESC, id DESC LIMIT ${limit}`,
      all.flatMap(({ parameters }) => [...parameters]),
    );
  }
}

function toPlace(cursor: string): readonly [number, number] {
  const [, startedAtMs, id] = /^(\d{1,15})-(\d{1,15})$/.exec(cursor) ?? [];
  if (startedAtMs === undefined || id === undefined)
    throw new InvalidRequestError('The cursor is not one that this list gave out.', { field: 'cursor' });
  return [Number(startedAtMs), Number(id)];
}
