import { FILE_STATES, type FileSort, type FileState, type FileTotalsDto } from '@gemini-balance/shared';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Place } from '../../../database/cursors/place-cursor';
import { StoredResourceEntity } from '../stored-resource.entity';
import { type FileSelection, selectFiles } from './file-selection';
import { STATE_SQL, stateOf } from './file-standing';

/** A file as it is stored. */
export type StoredFile = Readonly<
  Pick<
    StoredResourceEntity,
    | 'id'
    | 'keyKind'
    | 'keyId'
    | 'tokenId'
    | 'displayName'
    | 'mimeType'
    | 'sizeBytes'
    | 'createdAtMs'
    | 'expiresAtMs'
  >
> & { readonly name: string; readonly state: FileState };

export interface FileOrder {
  readonly sort: FileSort;
  readonly isRising: boolean;
}

/** The number that a file is sorted by, as SQL. */
const VALUES: Readonly<Record<FileSort, string>> = {
  created: 'file.id',
  expires: 'COALESCE(file.expiresAtMs, 0)',
  size: 'COALESCE(file.sizeBytes, 0)',
};
const IDS_AT_ONCE = 5_000;

/** Reads which files upstream keeps, as far as this gateway made them. */
export class StoredFiles {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that match, in that order. @param after only what comes after this place */
  async page(
    selection: FileSelection,
    { sort, isRising }: FileOrder,
    after: Place | undefined,
    limit: number,
    nowMs: number,
  ): Promise<StoredFile[]> {
    const value = VALUES[sort];
    const [direction, sign] = isRising ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const query = this.#rows(selection, nowMs).limit(limit);
    if (after !== undefined)
      query.andWhere(`(${value} ${sign} :value OR (${value} = :value AND file.id ${sign} :id))`, {
        ...after,
      });
    const isById = sort === 'created';
    if (!isById) query.addSelect(value, 'sortedBy').orderBy('sortedBy', direction);
    query.addOrderBy('file.id', direction);
    return (await query.getMany()).map((row) => toStoredFile(row, nowMs));
  }

  /** The place of a file in a list of that order. */
  placeOf({ id, expiresAtMs, sizeBytes }: StoredFile, { sort }: FileOrder): Place {
    const values = { created: id, expires: expiresAtMs ?? 0, size: sizeBytes ?? 0 };
    return { value: values[sort], id };
  }

  /** How many match, and their bytes, in each state. */
  async totals(selection: FileSelection, nowMs: number): Promise<FileTotalsDto> {
    const rows = await this.#select({ ...selection, state: undefined }, nowMs)
      .select(STATE_SQL, 'standing')
      .addSelect('COUNT(*)', 'files')
      .addSelect('SUM(file.sizeBytes)', 'bytes')
      .groupBy('standing')
      .getRawMany<{ standing: FileState; files: number | string; bytes: number | string | null }>();
    const totals = Object.fromEntries(
      [...FILE_STATES, 'total' as const].map((state) => [state, { files: 0, bytes: 0 }]),
    ) as FileTotalsDto;
    for (const { standing, files, bytes } of rows)
      for (const sum of [totals[standing], totals.total]) {
        sum.files += Number(files);
        sum.bytes += Number(bytes ?? 0);
      }
    return totals;
  }

  /** The ids of all that match, oldest first. */
  async ids(selection: FileSelection, nowMs: number): Promise<number[]> {
    const ids: number[] = [];
    for (let lastId = 0; ;) {
      const rows = await this.#select(selection, nowMs)
        .select('file.id', 'id')
        .andWhere('file.id > :lastId', { lastId })
        .orderBy('file.id')
        .limit(IDS_AT_ONCE)
        .getRawMany<{ id: number }>();
      ids.push(...rows.map(({ id }) => id));
      if (rows.length < IDS_AT_ONCE) return ids;
      lastId = rows.at(-1)!.id;
    }
  }

  async find(id: number, nowMs: number): Promise<StoredFile | undefined> {
    const row = await this.#rows({}, nowMs).andWhere('file.id = :id', { id }).getOne();
    return row === null ? undefined : toStoredFile(row, nowMs);
  }

  /** How many there are, the bytes they have, and when the oldest came. */
  async sum(): Promise<{ count: number; bytes: number; oldestAtMs: number | undefined }> {
    const row = await this.#select({}, 0)
      .select('COUNT(*)', 'count')
      .addSelect('SUM(file.sizeBytes)', 'bytes')
      .addSelect('MIN(file.createdAtMs)', 'oldest')
      .getRawOne<{ count: number | string; bytes: number | string | null; oldest: number | string | null }>();
    const oldestAtMs = row?.oldest == null ? undefined : Number(row.oldest);
    return { count: Number(row?.count ?? 0), bytes: Number(row?.bytes ?? 0), oldestAtMs };
  }

  #rows(selection: FileSelection, nowMs: number): SelectQueryBuilder<StoredResourceEntity> {
    // What upstream told as a whole stays in the database: it may be long.
    const fields = [
      'id',
      'name',
      'keyKind',
      'keyId',
      'tokenId',
      'displayName',
      'mimeType',
      'sizeBytes',
      'state',
      'createdAtMs',
      'expiresAtMs',
    ].map((field) => `file.${field}`);
    return this.#select(selection, nowMs).select(fields);
  }

  #select(selection: FileSelection, nowMs: number): SelectQueryBuilder<StoredResourceEntity> {
    const query = this.dataSource.getRepository(StoredResourceEntity).createQueryBuilder('file');
    return selectFiles(query, selection, nowMs);
  }
}

function toStoredFile({ name, state, ...row }: StoredResourceEntity, nowMs: number): StoredFile {
  return { ...row, name: name ?? '', state: stateOf(state, row.expiresAtMs, nowMs) };
}
