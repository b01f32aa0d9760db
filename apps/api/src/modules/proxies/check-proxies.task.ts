import type { Clock } from '../../core/clock';
import { inParallel } from '../../core/in-parallel';
import type { ScheduleSentence } from '../../core/sentence';
import type { EgressProxy } from '../../core/upstream/egress/egress-proxy';
import { Scheduled, type Schedule, type ScheduledTask } from '../../scheduling/scheduled-task';
import type { ProxyChecks } from './proxy-checks';

/** Below the first rest of a proxy that failed, so that a check comes before its rest is over. */
const EVERY_MS = 45_000;
/** How often a proxy is checked that serves. */
const WELL_MS = 600_000;
const AT_ONCE = 5;

/** Checks the egress proxies: those that rest at each turn, so that one that is well again serves, the others seldom. */
@Scheduled()
export class CheckProxies implements ScheduledTask {
  readonly name = 'check-proxies';
  readonly summary = 'Checks whether upstream can be reached through each egress proxy';

  constructor(
    private readonly checks: ProxyChecks,
    private readonly restsUntilMs: (egressId: string) => number | undefined,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  schedule(): Schedule | undefined {
    return this.checks.proxies().length > 0 ? { everyMs: EVERY_MS } : undefined;
  }

  async run(signal: AbortSignal): Promise<ScheduleSentence> {
    const due = this.checks.proxies().filter((proxy) => this.#isDue(proxy));
    let available = 0;
    await inParallel(AT_ONCE, due, signal, async (proxy) => {
      if ((await this.checks.run(proxy, false)).isAvailable) available++;
    });
    const values = { count: due.length, available };
    const message = `${due.length} proxy(s) checked, ${available} of them available.`;
    return { code: 'proxies_checked', values, message };
  }

  #isDue({ egressId }: EgressProxy): boolean {
    const checkedAtMs = this.checks.last(egressId)?.checkedAtMs ?? -Infinity;
    return this.restsUntilMs(egressId) !== undefined || this.clock.nowMs() - checkedAtMs >= WELL_MS;
  }
}
