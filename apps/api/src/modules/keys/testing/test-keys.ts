import { DEFAULT_HOLD_POLICY } from '../../../core/keypool/hold-policy';
import { isLease } from '../../../core/keypool/key-pool';
import type { Outcome } from '../../../core/outcome';
import { FakeClock } from '../../../core/testing/fake-clock';
import type { OpenTestDatabase } from '../../../database/testing/open-test-database';
import { AddKeys } from '../add-keys';
import { ChangeKeysService } from '../change-keys.service';
import { FollowKeyChanges } from '../following/follow-key-changes';
import { KeyGroups } from '../key-groups';
import { KeyWrites } from '../following/key-writes';
import { KeyPools } from '../key-pools';
import { KeyRepository } from '../storage/key.repository';
import { KeyRoster } from '../key-roster';
import { KeyStateFollower } from '../state/key-state-follower';
import { KeyStateRepository } from '../storage/key-state.repository';
import type { RosterKey } from '../roster-key';
import { loadKeys } from '../load-keys';

/** The parts that keep keys, on one database; made anew, they stand as after a restart. */
export class TestKeys {
  readonly follower: KeyStateFollower;
  readonly pools: KeyPools;
  readonly roster: KeyRoster;
  readonly keys: KeyRepository;
  readonly state: KeyStateRepository;
  readonly addKeys: AddKeys;
  readonly groups: KeyGroups;
  readonly changes: ChangeKeysService;
  readonly others: FollowKeyChanges;
  readonly restingEgress = new Map<string, number>();
  readonly warnings: string[] = [];

  private constructor(
    { dataSource, gate, box }: OpenTestDatabase,
    readonly clock: FakeClock,
  ) {
    const writes = new KeyWrites(dataSource, gate);
    this.keys = new KeyRepository(dataSource, writes, box);
    this.state = new KeyStateRepository(dataSource, gate, writes, clock);
    this.groups = new KeyGroups(dataSource, writes, clock);
    this.addKeys = new AddKeys(writes, box, clock);
    this.follower = new KeyStateFollower(this.state, clock, (message) => this.warnings.push(message));
    this.pools = new KeyPools(
      clock,
      () => 0.5,
      () => DEFAULT_HOLD_POLICY,
      (kind) => this.follower.listenerOf(kind),
    );
    this.roster = new KeyRoster(this.pools);
    this.changes = new ChangeKeysService(this.roster, this.pools, this.keys, this.groups, clock);
    const egress = { rest: (id: string, untilMs: number) => void this.restingEgress.set(id, untilMs) };
    this.others = new FollowKeyChanges(this, dataSource, writes, egress, clock, (failure) => {
      throw failure;
    });
  }

  static async load(opened: OpenTestDatabase, clock = new FakeClock()): Promise<TestKeys> {
    const parts = new TestKeys(opened, clock);
    await parts.others.begin();
    await loadKeys(parts, clock.nowMs());
    return parts;
  }

  /** Adds Gemini keys by their secrets and returns the ids of those that are new. */
  async add(secrets: readonly string[], source: RosterKey['source'] = 'admin'): Promise<number[]> {
    const ids: number[] = [];
    for await (const { added } of this.addKeys.add('gemini', secrets, source)) {
      for (const live of added) this.roster.put(live);
      ids.push(...added.map(({ key }) => key.id));
    }
    return ids;
  }

  /** Lends that Gemini key for a model and settles it so. */
  settle(id: number, model: string, outcome: Outcome): void {
    const lease = this.pools.of('gemini').acquireById(id, model);
    if (!isLease(lease)) throw new Error(`Key ${id} is not ready: ${lease.reason}`);
    lease.settle(outcome);
  }
}
