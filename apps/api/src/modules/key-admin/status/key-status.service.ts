import type { KeysByStatusDto, KeyStatusDto } from '@gemini-balance/shared';
import type { Clock } from '../../../core/clock';
import type { Hold } from '../../../core/keypool/hold';
import { lastPacificMidnight } from '../../../core/keypool/time/pacific-midnight';
import type { KeyRoster } from '../../keys/key-roster';
import type { RosterKey } from '../../keys/roster-key';
import type { UsageOfKeys } from '../../telemetry/usage-of-keys';
import { rosterSlices } from '../roster-slices';

const SLICE = 250;

/** The state of every key, as the status routes tell it. */
export class KeyStatusService {
  constructor(
    private readonly roster: KeyRoster,
    private readonly usage: UsageOfKeys,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** Oldest first, a slice at a time. Rejects when the database is away. */
  async all(): Promise<AsyncGenerator<KeyStatusDto[]>> {
    const nowMs = this.clock.nowMs();
    const used = await this.usage.attemptsSince(lastPacificMidnight(nowMs), nowMs);
    return this.statuses(used, nowMs);
  }

  /** @param isRevealed whether keys are shown whole */
  async byStatus(isRevealed: boolean): Promise<KeysByStatusDto> {
    const data: KeysByStatusDto['data'] = { valid_keys: {}, invalid_keys: {} };
    let total = 0;
    for await (const slice of rosterSlices(this.roster, SLICE))
      for (const { key } of slice) {
        const status = this.roster.statusOf(key.id);
        if (!status) continue;
        const isValid = status.state === 'ready' || status.state === 'resting';
        const list = isValid ? data.valid_keys : data.invalid_keys;
        const shown = isRevealed ? key.secret.reveal() : key.secret.mask();
        // Masked keys may look alike; none must hide another.
        list[shown in list ? `${shown} #${key.id}` : shown] = status.failures;
        total++;
      }
    return { status: 'success', data, total };
  }

  private async *statuses(used: ReadonlyMap<number, number>, nowMs: number): AsyncGenerator<KeyStatusDto[]> {
    for await (const slice of rosterSlices(this.roster, SLICE))
      yield slice.flatMap((live) => this.toStatus(live, used.get(live.key.id) ?? 0, nowMs));
  }

  private toStatus({ key }: RosterKey, usedToday: number, nowMs: number): KeyStatusDto[] {
    const status = this.roster.statusOf(key.id);
    if (!status) return [];
    const untilMs = restsUntilMs(status.holds);
    return [
      {
        key: key.secret.mask(),
        available: status.state === 'ready',
        usedToday,
        cooling: untilMs > nowMs && untilMs < Infinity,
        remainingSeconds: untilMs < Infinity ? Math.max(0, Math.ceil((untilMs - nowMs) / 1000)) : 0,
      },
    ];
  }
}

/** When the last of the rests for everything ends; without any, of those for models. */
function restsUntilMs(holds: readonly Hold[]): number {
  const whole = holds.filter(({ scope }) => scope === '*');
  return Math.max(0, ...(whole.length > 0 ? whole : holds).map(({ untilMs }) => untilMs));
}
