import { type DataSource, MoreThan } from 'typeorm';
import type { Clock } from '../../../core/clock';
import type { WriteGate } from '../../../database/writing/write-gate';
import { JobLockEntity } from './job-lock.entity';

/** How long a lock outlives a process that died; renewed three times within it. */
export const LOCK_MS = 15_000;

/** Locks that all processes on a database heed. One that is not renewed ends by itself. */
export class JobLocks {
  /** @param owner names this process, and no other one. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly owner: string,
  ) {}

  /** Takes or renews the lock. False while another process holds it. */
  async take(name: string): Promise<boolean> {
    const { owner } = this;
    const nowMs = this.clock.nowMs();
    // Two transactions, because MySQL's processes would wait for each other in one that inserts and then updates.
    await this.gate.run((manager) => {
      const free = { name, owner: '', untilMs: 0 };
      return manager.createQueryBuilder().insert().into(JobLockEntity).values(free).orIgnore().execute();
    });
    return this.gate.run(async (manager) => {
      const { affected } = await manager
        .createQueryBuilder()
        .update(JobLockEntity)
        .set({ owner, untilMs: nowMs + LOCK_MS })
        .where('name = :name AND (owner = :owner OR untilMs <= :nowMs)', { name, owner, nowMs })
        .execute();
      return affected === 1;
    });
  }

  /** The names of all locks that are held, by whichever process. */
  async held(): Promise<Set<string>> {
    const where = { untilMs: MoreThan(this.clock.nowMs()) };
    const locks = await this.dataSource.getRepository(JobLockEntity).find({ where });
    return new Set(locks.map((lock) => lock.name));
  }

  /** Gives the lock back, if this process holds it. */
  async release(name: string): Promise<void> {
    await this.gate.run((manager) => manager.delete(JobLockEntity, { name, owner: this.owner }));
  }
}
