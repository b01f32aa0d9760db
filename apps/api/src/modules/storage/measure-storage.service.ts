import { STORED_KINDS, type StorageDto, type StoredKindDto } from '@gemini-balance/shared';
import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import type { DatabaseSettings } from '../../database/opening/data-source-options';
import type { StoredKind } from '../../storage/stored-kind';
import { databaseSize } from './database-size';

/** Measures what the gateway keeps. Whoever asks while it is measured gets the same answer. */
export class MeasureStorageService {
  #measuring: Promise<StorageDto> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: () => DatabaseSettings,
    private readonly kinds: () => readonly StoredKind[],
  ) {}

  measure(): Promise<StorageDto> {
    this.#measuring ??= this.#measure().finally(() => (this.#measuring = undefined));
    return this.#measuring;
  }

  async #measure(): Promise<StorageDto> {
    const path = resolve(this.settings().DATA_DIR);
    const { bavail, blocks, bsize } = await statfs(path);
    const kinds: StoredKindDto[] = [];
    // One after the other: requests want the database and the disk as well.
    for (const kind of this.kinds())
      kinds.push({ name: kind.name, ...(await kind.measure()), ...kind.retention() });
    return {
      database: await databaseSize(this.dataSource, this.settings()),
      disk: { path, freeBytes: bavail * bsize, totalBytes: blocks * bsize },
      kinds: kinds.sort((one, other) => placeOf(one) - placeOf(other)),
    };
  }
}

function placeOf({ name }: StoredKindDto): number {
  return STORED_KINDS.indexOf(name);
}
