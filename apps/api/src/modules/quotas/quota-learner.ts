import type { AttemptSettled } from '../../core/gateway/observing/gateway-observer';
import { dailyQuotasOf } from '../../core/upstream/classification/daily-quotas';
import type { KeyRoster } from '../keys/key-roster';
import type { LearntQuotas } from './learnt-quotas';
import type { QuotaStore } from './quota-store';

/** As long as names of models are in the sums of calls. */
const LONGEST_NAME = 100;

/** Learns the daily quota of a key from the answer that refuses it for the day. A sink of the telemetry. */
export class QuotaLearner {
  constructor(
    private readonly roster: Pick<KeyRoster, 'get'>,
    private readonly quotas: Pick<LearntQuotas, 'learn'>,
    private readonly store: Pick<QuotaStore, 'note'>,
  ) {}

  attemptSettled({ keyId, model, outcome, startedAtMs, latencyMs }: AttemptSettled): void {
    if (outcome.kind !== 'quota_exhausted' || model === '' || model.length > LONGEST_NAME) return;
    const kind = this.roster.get(keyId)?.kind;
    if (kind === undefined) return;
    const learntAtMs = startedAtMs + latencyMs;
    for (const { unit, perDay, model: named = model } of dailyQuotasOf(outcome.error)) {
      const countedAs = named.slice(0, LONGEST_NAME);
      const quota = { keyId, kind, model, countedAs, unit, perDay, learntAtMs };
      this.quotas.learn(quota);
      this.store.note(quota);
    }
  }
}
