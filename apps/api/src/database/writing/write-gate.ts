import type { DataSource, EntityManager } from 'typeorm';
import { isSqlite } from '../opening/open-database';

/**
 * The one way to write. On SQLite all statements share one connection, so that what is written beside an open
 * transaction becomes part of it and vanishes with its rollback: there, writes take turns. On MySQL each has a
 * connection of its own.
 */
export class WriteGate {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `write` in a transaction that is committed when it resolves and rolled back when it rejects.
   * It writes through the manager it is given, and waits for nothing but the database: others queue behind it,
   * so that a write which waits for another turn waits for ever.
   */
  run<T>(write: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.turn(() => this.dataSource.transaction(write));
  }

  /** Runs a write that has a connection of its own; on SQLite it still waits for its turn, because the file has one writer. */
  turn<T>(write: () => Promise<T>): Promise<T> {
    if (!isSqlite(this.dataSource)) return write();
    const mine = this.last.then(write);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
