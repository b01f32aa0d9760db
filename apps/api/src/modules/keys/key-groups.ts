import type { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import type { ModelsByGroup } from '../../core/keypool/rings/group-limits';
import { KeyGroupEntity } from './storage/key-group.entity';
import { noteRemovals } from './following/key-removals';
import type { KeyWrites } from './following/key-writes';

/** What is said of a group of keys. */
export interface KeyGroup {
  readonly name: string;
  /** Undefined for every model. */
  readonly models: readonly string[] | undefined;
  readonly note: string | undefined;
}

/** Stores what is said of groups of keys. */
export class KeyGroups {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: KeyWrites,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  async list(): Promise<KeyGroup[]> {
    const rows = await this.dataSource.getRepository(KeyGroupEntity).find({ order: { name: 'ASC' } });
    return rows.map(({ name, models, note }) => ({
      name,
      models: models === null ? undefined : (JSON.parse(models) as string[]),
      note: note ?? undefined,
    }));
  }

  /** The models of each group that is limited to some. */
  async limits(): Promise<ModelsByGroup> {
    const groups = await this.list();
    return new Map(groups.flatMap(({ name, models }) => (models === undefined ? [] : [[name, models]])));
  }

  async save({ name, models, note }: KeyGroup): Promise<void> {
    const row = { name, models: models === undefined ? null : JSON.stringify(models), note: note ?? null };
    await this.writes.run(async (manager, revision) => {
      await manager.upsert(KeyGroupEntity, row, ['name']);
      await noteRemovals(manager, revision, [{ what: 'groups' }], this.clock.nowMs());
    });
  }

  async delete(name: string): Promise<void> {
    await this.writes.run(async (manager, revision) => {
      await manager.delete(KeyGroupEntity, { name });
      await noteRemovals(manager, revision, [{ what: 'groups' }], this.clock.nowMs());
    });
  }
}
