import type { UpdateKeyDto } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import type { KeyId } from '../../core/keypool/hold';
import type { KeyGroup, KeyGroups } from './key-groups';
import type { KeyPools } from './key-pools';
import type { KeyRoster } from './key-roster';
import type { KeyRepository } from './storage/key.repository';
import type { RosterKey } from './roster-key';

/** Changes keys at an administrator's word: in the database, and in the pools at once. Keys that are gone are passed over. */
export class ChangeKeysService {
  constructor(
    private readonly roster: KeyRoster,
    private readonly pools: KeyPools,
    private readonly keys: KeyRepository,
    private readonly groups: KeyGroups,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** Changes the fields that are present, of keys that have other values. Returns the ids of those that had. */
  async update(ids: readonly KeyId[], fields: UpdateKeyDto): Promise<KeyId[]> {
    const changed = this.live(ids)
      .filter((live) => isChanged(live, this.projectOf(live.key.id), fields))
      .map(({ key }) => key.id);
    await this.keys.update(changed, fields);
    for (const id of changed) this.change(id, fields);
    return changed;
  }

  /** Returns the ids of those that were there. Calls that have borrowed one of them still end in peace. */
  async delete(ids: readonly KeyId[]): Promise<KeyId[]> {
    const live = this.live(ids).map(({ key }) => key.id);
    await this.keys.delete(live, this.clock.nowMs());
    for (const id of live) this.roster.remove(id);
    return live;
  }

  /** Lifts holds and forgets failures. Returns the ids of keys of which there was something to lift or forget. */
  reset(ids: readonly KeyId[]): KeyId[] {
    return this.live(ids).flatMap(({ kind, key }) => {
      const status = this.roster.statusOf(key.id);
      if (!status || (status.holds.length === 0 && status.failures === 0)) return [];
      this.pools.of(kind).release(key.id);
      return [key.id];
    });
  }

  /** Says something of a group; its limit is in force at once. */
  async saveGroup(group: KeyGroup): Promise<void> {
    await this.groups.save(group);
    this.pools.limitGroups(await this.groups.limits());
  }

  /** Forgets what is said of a group; its keys stay in it. */
  async deleteGroup(name: string): Promise<void> {
    await this.groups.delete(name);
    this.pools.limitGroups(await this.groups.limits());
  }

  private live(ids: readonly KeyId[]): RosterKey[] {
    return [...new Set(ids)].flatMap((id) => this.roster.get(id) ?? []);
  }

  /** Its project may have been learnt from a reply since the key was put last. */
  private projectOf(id: KeyId): string | undefined {
    return this.roster.statusOf(id)?.project;
  }

  private change(id: KeyId, { note, group, project, weight, isEnabled }: UpdateKeyDto): void {
    const live = this.roster.get(id);
    if (!live) return;
    const { key } = live;
    this.roster.put({
      ...live,
      note: cleared(note, live.note),
      key: {
        ...key,
        project: cleared(project, this.projectOf(id)),
        group: cleared(group, key.group),
        weight: weight ?? key.weight,
        isEnabled: isEnabled ?? key.isEnabled,
      },
    });
  }
}

/** The value as it is after a change: an empty text clears it, none leaves it. */
function cleared(changed: string | undefined, present: string | undefined): string | undefined {
  return changed === undefined ? present : changed || undefined;
}

function isChanged({ note, key }: RosterKey, project: string | undefined, fields: UpdateKeyDto): boolean {
  return (
    cleared(fields.note, note) !== note ||
    cleared(fields.group, key.group) !== key.group ||
    cleared(fields.project, project) !== project ||
    (fields.weight ?? key.weight) !== key.weight ||
    (fields.isEnabled ?? key.isEnabled) !== key.isEnabled
  );
}
