import { KEY_KINDS, type KeyKind, type KeyTotalsDto } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import type { RandomFn } from '../../core/ids';
import type { HoldPolicy } from '../../core/keypool/hold-policy';
import { KeyPool } from '../../core/keypool/key-pool';
import type { KeyPoolListener } from '../../core/keypool/key-pool-listener';
import { type CautionPolicy, NO_CAUTION } from '../../core/keypool/lending/caution';
import type { ModelsByGroup } from '../../core/keypool/rings/group-limits';

/** One pool for each kind of key. Keys enter and leave by the KeyRoster; everybody else only borrows. */
export class KeyPools {
  private readonly pools: Readonly<Record<KeyKind, KeyPool>>;

  constructor(
    clock: Clock,
    random: RandomFn,
    policy: () => HoldPolicy,
    listenerOf: (kind: KeyKind) => KeyPoolListener,
    caution: () => CautionPolicy = () => NO_CAUTION,
  ) {
    const aPool = (kind: KeyKind): KeyPool => new KeyPool(clock, random, policy, listenerOf(kind), caution);
    this.pools = { gemini: aPool('gemini'), vertex: aPool('vertex'), paid: aPool('paid') };
  }

  of(kind: KeyKind): KeyPool {
    return this.pools[kind];
  }

  all(): readonly KeyPool[] {
    return KEY_KINDS.map((kind) => this.pools[kind]);
  }

  /** From now on keys of these groups are used for these models only. */
  limitGroups(models: ModelsByGroup): void {
    for (const pool of this.all()) pool.limitGroups(models);
  }

  /** How many keys of all kinds stand in each state. */
  totals(): KeyTotalsDto {
    const sum: KeyTotalsDto = { ready: 0, resting: 0, invalid: 0, disabled: 0, total: 0 };
    for (const kind of KEY_KINDS) {
      const totals = this.pools[kind].totals();
      for (const state of Object.keys(sum) as (keyof KeyTotalsDto)[]) sum[state] += totals[state];
    }
    return sum;
  }

  /** Leases of all kinds not yet settled. */
  get inFlight(): number {
    return KEY_KINDS.reduce((sum, kind) => sum + this.pools[kind].inFlight, 0);
  }
}
