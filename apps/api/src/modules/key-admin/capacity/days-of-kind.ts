import { type KeyKind, QUOTA_UNITS, type ModelCapacityDto, type QuotaUnit } from '@gemini-balance/shared';
import type { KeyId } from '../../../core/keypool/hold';
import type { PoolView } from '../../../core/keypool/pool-view';
import type { LearntQuotas } from '../../quotas/learnt-quotas';
import { OTHER_MODEL } from '../../telemetry/model-labels';
import type { DayUse, UseByModel } from './day-use';
import { QuotaTally } from './quota-tally';

/** What was used of a model today, and what is left. */
export type ModelDay = Required<Pick<ModelCapacityDto, 'usedToday' | 'left'>>;

/** The daily quota of a model in one unit. */
interface Sum {
  readonly unit: QuotaUnit;
  readonly tally: QuotaTally;
  /** Of each model that counts together with it. */
  readonly uses: readonly ReadonlyMap<KeyId, DayUse>[];
}

/** Adds up what keys of one kind used and have left, of each model that they were asked for or know a quota of. */
export class DaysOfKind {
  readonly #sums = new Map<string, readonly Sum[]>();

  constructor(
    kind: KeyKind,
    private readonly uses: UseByModel,
    quotas: LearntQuotas,
    private readonly view: Pick<PoolView, 'capacity' | 'readyTimes' | 'projectOf'>,
    day: { readonly startMs: number; readonly endMs: number },
  ) {
    const rested = view.capacity().map(({ scope }) => scope);
    const models = new Set([...uses.keys(), ...quotas.models(kind), ...rested]);
    for (const none of ['', '*', OTHER_MODEL]) models.delete(none);
    const usesAs = byCountedName(uses, (model) => quotas.countedAs(kind, model));
    for (const model of models) {
      const countedAs = quotas.countedAs(kind, model);
      const sums = QUOTA_UNITS.flatMap((unit): Sum[] => {
        const told = quotas.of(kind, unit, countedAs);
        const uses = usesAs.get(countedAs) ?? [];
        return told === undefined ? [] : [{ unit, tally: new QuotaTally(told, day), uses }];
      });
      this.#sums.set(model, sums);
    }
  }

  /** Adds keys of the kind, each once. */
  add(keyIds: readonly KeyId[]): void {
    for (const [model, sums] of this.#sums) {
      if (sums.length === 0) continue;
      const readyAtMs = this.view.readyTimes(model);
      for (const id of keyIds) {
        const key = { id, project: this.view.projectOf(id), readyAtMs: readyAtMs(id) };
        for (const { unit, tally, uses } of sums)
          tally.add({ ...key, used: uses.reduce((sum, use) => sum + (use.get(id)?.[unit] ?? 0), 0) });
      }
    }
  }

  /** By model, once every key was added. */
  result(): ReadonlyMap<string, ModelDay> {
    return new Map([...this.#sums].map(([model, sums]) => [model, this.#dayOf(model, sums)]));
  }

  #dayOf(model: string, sums: readonly Sum[]): ModelDay {
    let usedToday = 0;
    for (const { requests } of this.uses.get(model)?.values() ?? []) usedToday += requests;
    const left = Object.fromEntries(sums.map(({ unit, tally }) => [unit, tally.result()]));
    return { usedToday, left };
  }
}

function byCountedName(
  uses: UseByModel,
  countedAs: (model: string) => string,
): ReadonlyMap<string, readonly ReadonlyMap<KeyId, DayUse>[]> {
  const byName = new Map<string, ReadonlyMap<KeyId, DayUse>[]>();
  for (const [model, use] of uses)
    byName.set(countedAs(model), [...(byName.get(countedAs(model)) ?? []), use]);
  return byName;
}
