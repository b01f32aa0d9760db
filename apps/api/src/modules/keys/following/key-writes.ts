import type { DataSource, EntityManager } from 'typeorm';
import type { WriteGate } from '../../../database/writing/write-gate';

/** A range of revisions, both ends included. */
export interface Revisions {
  readonly first: number;
  readonly last: number;
}

/**
 * Writes what other processes on the database have to follow. Each transaction is a revision: it begins by counting
 * revisions up, which holds the others back until it is committed, and marks what it changes with its number.
 */
export class KeyWrites {
  /** Revisions that this process made and that `foreign` has not passed yet. */
  readonly #own = new Set<number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
  ) {}

  async run<T>(write: (manager: EntityManager, revision: number) => Promise<T>): Promise<T> {
    let revision = 0;
    const result = await this.gate.run(async (manager) => {
      await manager.query('UPDATE keys_revision SET revision = revision + 1 WHERE id = 1');
      revision = await readRevision(manager);
      return write(manager, revision);
    });
    this.#own.add(revision);
    return result;
  }

  /** The latest revision. */
  current(): Promise<number> {
    return readRevision(this.dataSource.manager);
  }

  /** The revisions after `since`, up to `current`, that other processes made. */
  foreign(since: number, current: number): Revisions[] {
    const ranges: Revisions[] = [];
    let first = since + 1;
    for (const own of [...this.#own].sort((a, b) => a - b)) {
      if (own > current) break;
      this.#own.delete(own);
      if (own < first) continue;
      if (own > first) ranges.push({ first, last: own - 1 });
      first = own + 1;
    }
    if (first <= current) ranges.push({ first, last: current });
    return ranges;
  }
}

async function readRevision(manager: EntityManager): Promise<number> {
  const rows: { revision: number | string }[] = await manager.query(
    'SELECT revision FROM keys_revision WHERE id = 1',
  );
  return Number(rows[0]!.revision);
}
