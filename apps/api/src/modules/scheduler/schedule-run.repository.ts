import type { DataSource } from 'typeorm';
import type { WriteGate } from '../../database/writing/write-gate';
import { ScheduleRunEntity } from './schedule-run.entity';

/** Stores when scheduled tasks ran, and what came of it. */
export class ScheduleRunRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
  ) {}

  /** The last run of each of these tasks; those that nobody knew are known from now on. */
  async of(names: readonly string[], nowMs: number): Promise<ReadonlyMap<string, ScheduleRunEntity>> {
    const stored = await this.dataSource.getRepository(ScheduleRunEntity).find();
    const runs = new Map(stored.map((run) => [run.name, run]));
    const fresh = names.filter((name) => !runs.has(name)).map((name) => aRun(name, nowMs));
    if (fresh.length === 0) return runs;
    await this.gate.run((manager) =>
      manager.createQueryBuilder().insert().into(ScheduleRunEntity).values(fresh).orIgnore().execute(),
    );
    for (const run of fresh) runs.set(run.name, run);
    return runs;
  }

  async update(name: string, fields: Partial<ScheduleRunEntity>): Promise<void> {
    await this.gate.run((manager) => manager.update(ScheduleRunEntity, { name }, fields));
  }
}

function aRun(name: string, knownSinceMs: number): ScheduleRunEntity {
  return {
    name,
    knownSinceMs,
    startedAtMs: null,
    endedAtMs: null,
    hasFailed: false,
    result: null,
    resultCode: null,
    resultValues: null,
  };
}
