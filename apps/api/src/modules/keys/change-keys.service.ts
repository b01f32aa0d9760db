import type { UpdateKeyDto } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import { NotFoundError } from '../../core/gateway-error';
import type { KeyId } from '../../core/keypool/hold';
import type { PoolKey } from '../../core/keypool/pool-key';
import type { KeyPools } from './key-pools';
import type { KeyRoster } from './key-roster';
import type { KeyRepository } from './key.repository';
import type { RosterKey } from './roster-key';

/** Changes keys at an administrator's word: in the database, and in the pools at once. */
export class ChangeKeysService {
  constructor(
    private readonly roster: KeyRoster,
    private readonly pools: KeyPools,
    private readonly keys: KeyRepository,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** @throws NotFoundError when the key is gone. */
  async update(id: KeyId, fields: UpdateKeyDto): Promise<void> {
    if (!this.roster.get(id)) throw new NotFoundError('This key does not exist any more: reload the list.');
    await this.keys.update(id, fields);
    const { weight, isEnabled, project } = fields;
    this.change(id, {
      ...(weight === undefined ? {} : { weight }),
      ...(isEnabled === undefined ? {} : { isEnabled }),
      ...(project === undefined ? {} : { project: project === '' ? undefined : project }),
    });
  }

  /** Switches keys on or off. Returns how many stood the other way. */
  async setEnabled(ids: readonly KeyId[], isEnabled: boolean): Promise<number> {
    const changed = this.live(ids).filter(({ key }) => key.isEnabled !== isEnabled);
    const changedIds = changed.map(({ key }) => key.id);
    await this.keys.setEnabled(changedIds, isEnabled);
    for (const id of changedIds) this.change(id, { isEnabled });
    return changedIds.length;
  }

  /** Returns how many were there. Calls that have borrowed one of them still end in peace. */
  async delete(ids: readonly KeyId[]): Promise<number> {
    const live = this.live(ids).map(({ key }) => key.id);
    await this.keys.delete(live, this.clock.nowMs());
    for (const id of live) this.roster.remove(id);
    return live.length;
  }

  /** Lifts holds and forgets failures. Returns of how many there was something to lift or forget. */
  reset(ids: readonly KeyId[]): number {
    let changed = 0;
    for (const { kind, key } of this.live(ids)) {
      const status = this.roster.statusOf(key.id);
      if (!status || (status.holds.length === 0 && status.failures === 0)) continue;
      this.pools.of(kind).release(key.id);
      changed++;
    }
    return changed;
  }

  private live(ids: readonly KeyId[]): RosterKey[] {
    return [...new Set(ids)].flatMap((id) => this.roster.get(id) ?? []);
  }

  /** Puts the key anew. Its project may have been learnt from a reply since it was put last. */
  private change(id: KeyId, changes: Partial<PoolKey>): void {
    const live = this.roster.get(id);
    if (!live) return;
    const project = this.roster.statusOf(id)?.project;
    this.roster.put({ ...live, key: { ...live.key, project, ...changes } });
  }
}
