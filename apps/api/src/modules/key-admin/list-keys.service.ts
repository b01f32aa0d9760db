import type { KeyDto, KeyListDto, ListKeysQuery } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import { NotFoundError } from '../../core/gateway-error';
import type { KeyId } from '../../core/keypool/hold';
import type { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import type { KeyErrors } from '../keys/key-errors';
import type { KeyPools } from '../keys/key-pools';
import type { KeyRoster } from '../keys/key-roster';
import type { UsageOfKeys } from '../telemetry/usage-of-keys';
import type { FindKeys } from './finding/find-keys';
import { type DayOfKey, toKeyDto } from './to-key-dto';

const DEFAULT_LIMIT = 50;
const DAY_MS = 86_400_000;

/** Lists keys. What is stored is read for one page only. */
export class ListKeysService {
  constructor(
    private readonly roster: KeyRoster,
    private readonly pools: KeyPools,
    private readonly finder: FindKeys,
    private readonly errors: KeyErrors,
    private readonly usage: UsageOfKeys,
    private readonly egress: Pick<EgressDispatchers, 'homeOf'>,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  async list(query: ListKeysQuery): Promise<KeyListDto> {
    const { ids, ...page } = await this.finder.page(query, query.limit ?? DEFAULT_LIMIT);
    return { items: await this.toDtos(ids), ...page, totals: this.pools.totals() };
  }

  /** @throws NotFoundError */
  async one(id: KeyId): Promise<KeyDto> {
    const [key] = await this.toDtos([id]);
    if (!key) throw new NotFoundError('This key does not exist any more: reload the list.');
    return key;
  }

  private async toDtos(ids: readonly KeyId[]): Promise<KeyDto[]> {
    const [errors, days] = await Promise.all([this.errors.of(ids), this.daysOf(ids)]);
    return ids.flatMap((id) => {
      const live = this.roster.get(id);
      const status = this.roster.statusOf(id);
      if (!live || !status) return [];
      return [
        toKeyDto(live, status, {
          lastUsedAtMs: this.roster.lastUsedAtMs(id),
          lastError: errors.get(id),
          egress: this.egress.homeOf(live.key.fingerprint),
          day: days.get(id),
        }),
      ];
    });
  }

  private async daysOf(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, DayOfKey>> {
    const nowMs = this.clock.nowMs();
    const days = new Map<KeyId, DayOfKey>();
    for (const use of await this.usage.of(ids, nowMs - DAY_MS, nowMs)) {
      const { calls, failures, tokens } = days.get(use.keyId) ?? { calls: 0, failures: 0, tokens: 0 };
      days.set(use.keyId, {
        calls: calls + use.successes + use.failures,
        failures: failures + use.failures,
        tokens: tokens + use.inputTokens + use.outputTokens,
      });
    }
    return days;
  }
}
