import type { Clock } from '../../core/clock';
import type { WriteGate } from '../../database/write-gate';
import { JobLockEntity } from './job-lock.entity';

/** How long a lock outlives a process that died; renewed three times within it. */
export const LOCK_MS = 15_000;

/** Locks that all processes on a database heed. One that is not renewed ends by itself. */
export class JobLocks {
  /** @param owner names this process, and no other one. */
  constructor(
    private readonly gate: WriteGate,
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly owner: string,
  ) {}

  /** Takes or renews the lock. False while another process holds it. */
  take(name: string): Promise<boolean> {
    const nowMs = this.clock.nowMs();
    return this.gate.run(async (manager) => {
      const free = { name, owner: '', untilMs: 0 };
      await manager.createQueryBuilder().insert().into(JobLockEntity).values(free).orIgnore().execute();
      const { affected } = await manager
        .createQueryBuilder()
        .update(JobLockEntity)
        .set({ owner: this.owner, untilMs: nowMs + LOCK_MS })
        .where('name = :name AND (owner = :owner OR untilMs <= :nowMs)', { name, owner: this.owner, nowMs })
        .execute();
      return affected === 1;
    });
  }

  /** Gives the lock back, if this process holds it. */
  async release(name: string): Promise<void> {
    await this.gate.run((manager) => manager.delete(JobLockEntity, { name, owner: this.owner }));
  }
}
