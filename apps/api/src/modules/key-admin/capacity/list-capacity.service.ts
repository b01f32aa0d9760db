import {
  KEY_KINDS,
  type KeyKind,
  type ModelCapacityDto,
  type ModelCapacityListDto,
} from '@gemini-balance/shared';
import type { Clock } from '../../../core/clock';
import { lastPacificMidnight, nextPacificMidnight } from '../../../core/keypool/time/pacific-midnight';
import type { KeyPools } from '../../keys/key-pools';
import type { KeyRoster } from '../../keys/key-roster';
import type { LearntQuotas } from '../../quotas/learnt-quotas';
import type { QuotaStore } from '../../quotas/quota-store';
import type { UsageOfKeys } from '../../telemetry/usage-of-keys';
import { rosterSlices } from '../roster-slices';
import { readDayUse } from './day-use';
import { DaysOfKind, type ModelDay } from './days-of-kind';
import { PacedReading } from './paced-reading';

/** Keys that are added up in one turn of the event loop. */
const SLICE = 250;

type DaysByModel = ReadonlyMap<string, ModelDay>;

/** What keys can do for each model, just now and today. Rejects when the database is away. */
export class ListCapacityService {
  readonly #days: PacedReading<ReadonlyMap<KeyKind, DaysByModel>>;

  constructor(
    private readonly roster: KeyRoster,
    private readonly pools: KeyPools,
    private readonly quotas: LearntQuotas,
    private readonly store: Pick<QuotaStore, 'catchUp'>,
    private readonly usage: Pick<UsageOfKeys, 'byModel'>,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {
    this.#days = new PacedReading(clock, () => this.#read());
  }

  async list(): Promise<ModelCapacityListDto> {
    const days = await this.#days.current();
    const items = KEY_KINDS.flatMap((kind) => this.#ofKind(kind, days.get(kind) ?? new Map()));
    return { items, dayEndsAtMs: nextPacificMidnight(this.clock.nowMs()) };
  }

  #ofKind(kind: KeyKind, days: DaysByModel): ModelCapacityDto[] {
    const { view } = this.pools.of(kind);
    const standingOf = view.standings();
    const rested = view.capacity().map(({ scope }) => scope);
    const models = new Set([...days.keys(), ...rested]);
    models.delete('*');
    return [...[...models].sort(), '*'].map((model) => {
      const { ready, resting, nextAtMs } = standingOf(model);
      return {
        kind,
        model,
        ready,
        resting,
        ...(nextAtMs !== undefined && { nextAtMs }),
        ...(model !== '*' && toToday(days.get(model))),
      };
    });
  }

  async #read(): Promise<ReadonlyMap<KeyKind, DaysByModel>> {
    const nowMs = this.clock.nowMs();
    const day = { startMs: lastPacificMidnight(nowMs), endMs: nextPacificMidnight(nowMs) };
    await this.store.catchUp(nowMs);
    const days = new Map<KeyKind, DaysByModel>();
    for (const kind of KEY_KINDS) {
      const pool = this.pools.of(kind);
      if (pool.totals().total === 0) continue;
      const uses = await readDayUse(kind, this.roster, this.usage, day.startMs, nowMs);
      const sums = new DaysOfKind(kind, uses, this.quotas, pool.view, day);
      for await (const slice of rosterSlices(this.roster, SLICE))
        sums.add(slice.filter((live) => live.kind === kind).map(({ key }) => key.id));
      days.set(kind, sums.result());
    }
    return days;
  }
}

function toToday(day: ModelDay = { usedToday: 0, left: {} }): Partial<ModelCapacityDto> {
  const { usedToday, left } = day;
  return { usedToday, ...(Object.keys(left).length > 0 && { left }) };
}
