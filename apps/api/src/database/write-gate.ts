import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import { isSqlite } from './open-database';

/**
 * The one way to write. On SQLite all statements share one connection, so that what is written beside an open
 * transaction becomes part of it and vanishes with its rollback: there, writes take turns. On MySQL each has a
 * connection of its own.
 */
export class WriteGate {
  private last: Promise<unknown> = Promise.resolve();
  private readonly inside = new AsyncLocalStorage<{ isOpen: boolean }>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `write` in a transaction that is committed when it resolves and rolled back when it rejects.
   * It writes through the manager it is given, and waits for nothing but the database: others queue behind it.
   */
  run<T>(write: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.turn(() => this.dataSource.transaction(write));
  }

  /** Runs a write that has a connection of its own; on SQLite it still waits for its turn, because the file has one writer. */
  async turn<T>(write: () => Promise<T>): Promise<T> {
    if (this.inside.getStore()?.isOpen)
      throw new Error('A write waits for the write it is part of: pass its manager on instead.');
    if (!isSqlite(this.dataSource)) return this.enter(write);
    const mine = this.last.then(() => this.enter(write));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private enter<T>(write: () => Promise<T>): Promise<T> {
    const visit = { isOpen: true };
    return this.inside.run(visit, async () => {
      try {
        return await write();
      } finally {
        visit.isOpen = false;
      }
    });
  }
}
