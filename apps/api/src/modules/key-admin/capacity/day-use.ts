import type { KeyKind, QuotaUnit } from '@gemini-balance/shared';
import type { KeyId } from '../../../core/keypool/hold';
import type { KeyRoster } from '../../keys/key-roster';
import type { UsageOfKeys } from '../../telemetry/usage-of-keys';
import { rosterSlices } from '../roster-slices';

/** Keys whose use is asked for by one query. */
const SLICE = 500;

/** What was used of a model with one key. */
export type DayUse = Record<QuotaUnit, number>;

/** What was used of each model, by key. */
export type UseByModel = ReadonlyMap<string, ReadonlyMap<KeyId, DayUse>>;

/** What was used with keys of one kind since the hour of `sinceMs`. Rejects when the database is away. */
export async function readDayUse(
  kind: KeyKind,
  roster: Pick<KeyRoster, 'after'>,
  usage: Pick<UsageOfKeys, 'byModel'>,
  sinceMs: number,
  nowMs: number,
): Promise<UseByModel> {
  const byModel = new Map<string, Map<KeyId, DayUse>>();
  for await (const slice of rosterSlices(roster, SLICE)) {
    const ids = slice.filter((live) => live.kind === kind).map(({ key }) => key.id);
    for (const { keyId, model, successes, inputTokens } of await usage.byModel(ids, sinceMs, nowMs)) {
      if (successes === 0 && inputTokens === 0) continue;
      const byKey = byModel.get(model) ?? new Map<KeyId, DayUse>();
      const use = byKey.get(keyId) ?? { requests: 0, inputTokens: 0 };
      use.requests += successes;
      use.inputTokens += inputTokens;
      byModel.set(model, byKey.set(keyId, use));
    }
  }
  return byModel;
}
