import type { KeyDetailDto, KeyErrorDto, KeyUsageDto } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import type { KeyId } from '../../core/keypool/hold';
import type { LogNames } from '../logs/reading/log-names';
import type { LogReader } from '../logs/reading/log-reader';
import type { KeyUse, UsageOfKeys } from '../telemetry/usage-of-keys';
import type { ListKeysService } from './list-keys.service';

const HOUR_MS = 3_600_000;
const HOURS = 24;

const LAST_ERRORS = 20;
/** A key's errors are shown beside the key itself. */
const NO_NAMES: LogNames = { maskedKey: () => undefined, tokenName: () => undefined };

/** Everything about one key: what was sent with it by model and by hour, and what went wrong last. */
export class KeyDetails {
  constructor(
    private readonly lists: ListKeysService,
    private readonly usage: UsageOfKeys,
    private readonly logs: LogReader,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** @throws NotFoundError */
  async of(id: KeyId): Promise<KeyDetailDto> {
    const key = await this.lists.one(id);
    const nowMs = this.clock.nowMs();
    const thisHourMs = nowMs - (nowMs % HOUR_MS);
    const firstHourMs = thisHourMs - (HOURS - 1) * HOUR_MS;
    const uses = await this.usage.of([id], firstHourMs, nowMs);
    const models = [...new Set(uses.map(({ model }) => model))];
    return {
      ...key,
      byModel: models
        .map((model) => ({ model, ...sum(uses.filter((use) => use.model === model)) }))
        .sort((one, other) => other.calls - one.calls),
      byHour: Array.from({ length: HOURS }, (_, hour) => {
        const hourMs = firstHourMs + hour * HOUR_MS;
        return { hourMs, ...sum(uses.filter((use) => use.hourMs === hourMs)) };
      }),
      lastErrors: await this.lastErrorsOf(id),
    };
  }

  private async lastErrorsOf(id: KeyId): Promise<KeyErrorDto[]> {
    const { items } = await this.logs.errors({ keyId: id, limit: LAST_ERRORS }, NO_NAMES);
    return items.map(({ startedAtMs, requestId, model, type, upstreamStatus, message }) => ({
      atMs: startedAtMs,
      requestId,
      model,
      outcome: type,
      ...(upstreamStatus !== undefined && { status: upstreamStatus }),
      ...(message !== undefined && { message }),
    }));
  }
}

function sum(uses: readonly KeyUse[]): KeyUsageDto {
  const total = { calls: 0, failures: 0, inputTokens: 0, outputTokens: 0 };
  for (const { successes, failures, inputTokens, outputTokens } of uses) {
    total.calls += successes + failures;
    total.failures += failures;
    total.inputTokens += inputTokens;
    total.outputTokens += outputTokens;
  }
  return total;
}
