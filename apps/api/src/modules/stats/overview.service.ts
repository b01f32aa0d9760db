import type { CallWindowDto, KeyTotalsDto, OverviewDto } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import { monthStartMs } from './month-start';

const HOUR_MS = 3_600_000;

/** How calls ended. */
interface Counts {
  readonly successes: number;
  readonly failures: number;
}

/** Where the figures come from. */
export interface OverviewSources {
  readonly version: string;
  readonly startedAtMs: number;
  readonly database: OverviewDto['gateway']['database'];
  readonly timeZone: () => string;
  readonly keys: { totals(): KeyTotalsDto; readonly inFlight: number };
  readonly calls: {
    lastMinute(nowMs: number): Counts;
    since(timesMs: readonly number[]): Promise<Counts[]>;
  };
  readonly logs: { readonly waitingRows: number; readonly droppedRows: number };
}

/** The figures that the dashboard opens with. */
export class OverviewService {
  constructor(
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly sources: OverviewSources,
  ) {}

  async overview(): Promise<OverviewDto> {
    const { version, startedAtMs, keys, calls, logs } = this.sources;
    const nowMs = this.clock.nowMs();
    const monthMs = monthStartMs(nowMs, this.sources.timeZone());
    const [hour, day, month] = await calls.since([nowMs - HOUR_MS, nowMs - 24 * HOUR_MS, monthMs]);
    return {
      keys: keys.totals(),
      calls: {
        minute: toWindow(calls.lastMinute(nowMs)),
        hour: toWindow(hour),
        day: toWindow(day),
        month: toWindow(month),
      },
      gateway: {
        version,
        uptimeMs: nowMs - startedAtMs,
        inFlight: keys.inFlight,
        database: this.sources.database,
        waitingLogRows: logs.waitingRows,
        droppedLogRows: logs.droppedRows,
      },
    };
  }
}

function toWindow({ successes, failures }: Counts = { successes: 0, failures: 0 }): CallWindowDto {
  return { total: successes + failures, success: successes, failure: failures };
}
