import type { Clock } from '../../core/clock';
import { inParallel } from '../../core/in-parallel';
import type { Hold, KeyId } from '../../core/keypool/hold';
import type { KeyPool } from '../../core/keypool/key-pool';
import { probeAgainAfterMs } from '../../core/keypool/time/probe-again';
import type { ScheduleSentence } from '../../core/sentence';
import { Scheduled, type Schedule, type ScheduledTask } from '../../scheduling/scheduled-task';
import type { KeyProbe } from './key-probe';

const HOUR_MS = 3_600_000;
const AT_ONCE = 5;

/** Probes the keys that upstream refused, every `CHECK_INTERVAL_HOURS`: one that was mended serves again by itself. */
@Scheduled()
export class RecheckInvalidKeys implements ScheduledTask {
  readonly name = 'recheck-keys';
  readonly summary = 'Tries invalid keys again, each by one call that spends no quota';

  constructor(
    private readonly pools: () => readonly KeyPool[],
    private readonly probe: Pick<KeyProbe, 'probe'>,
    private readonly clock: Clock,
    /** 0 switches the check off. */
    private readonly intervalHours: () => number,
  ) {}

  schedule(): Schedule | undefined {
    const everyMs = this.#intervalMs();
    return everyMs > 0 ? { everyMs } : undefined;
  }

  async run(signal: AbortSignal): Promise<ScheduleSentence> {
    let [count, good] = [0, 0];
    for (const pool of this.pools()) {
      const ids = pool
        .holds()
        .flatMap((hold) => (this.#isWorthAProbe(hold) ? [hold.subject.id as KeyId] : []));
      await inParallel(AT_ONCE, ids, signal, async (id) => {
        const outcome = await this.probe.probe(pool, id, signal);
        count++;
        if (outcome?.kind === 'ok') good++;
      });
    }
    const message = `${count} invalid key(s) tried again, ${good} of them good.`;
    return { code: 'keys_tried', values: { count, good }, message };
  }

  #isWorthAProbe({ subject, untilMs, reason, sinceMs }: Hold): boolean {
    if (subject.kind !== 'key' || untilMs !== Infinity) return false;
    const afterMs = probeAgainAfterMs(reason, this.#intervalMs());
    return afterMs !== undefined && this.clock.nowMs() - sinceMs >= afterMs;
  }

  #intervalMs(): number {
    return this.intervalHours() * HOUR_MS;
  }
}
