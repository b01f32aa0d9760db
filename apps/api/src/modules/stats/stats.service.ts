import type {
  AttentionDto,
  AttentionQuery,
  LatencyDto,
  LatencyQuery,
  LatencyStatsDto,
  SeriesDto,
  SeriesQuery,
  StatsRange,
  UsageDto,
  UsageQuery,
  UsageRowDto,
  UsageSumsDto,
} from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import { type LogNames, toLoggedKey, toLoggedToken } from '../logs/reading/log-names';
import { LATENCY_BOUNDS_MS } from '../telemetry/latency-histogram';
import type { AttentionReader } from './attention-reader';
import type { LatencyReader, LatencyRow } from './latency-reader';
import { percentiles } from './percentiles';
import { bucketOf, type StatsWindow, statsWindow } from './stats-window';
import { SUMS, type UsageReader, type UsageRow } from './usage-reader';

const DEFAULT_RANGE: StatsRange = '24h';
const MOST_ROWS = 100;
const MOST_ATTENTION = 20;

export type StatsNames = Pick<LogNames, 'maskedKey' | 'tokenName'>;

/** Where the figures come from. */
export interface StatsSources {
  /** Resolves when what was counted by now is stored. */
  flush(): Promise<void>;
  readonly timeZone: () => string;
  readonly usage: UsageReader;
  readonly latency: LatencyReader;
  readonly attention: AttentionReader;
  readonly names: StatsNames;
}

/** The figures of the dashboard's charts and tables, from the sums alone: never from rows of the logs. */
export class StatsService {
  constructor(
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly sources: StatsSources,
  ) {}

  async series({ range, ...filters }: SeriesQuery): Promise<SeriesDto> {
    const window = await this.#window(range);
    const rows = await this.sources.usage.series(window, filters);
    const sums = window.starts.map(() => noSums());
    for (const row of rows) add(sums[Math.max(0, bucketOf(window, Number(row.timeMs)))]!, row);
    const hasAttempts = filters.keyId !== undefined;
    return {
      ...spanOf(window),
      buckets: sums.map((sum, index) => ({ startMs: window.starts[index]!, ...shown(sum, hasAttempts) })),
      total: shown(sums.reduce(joined, noSums()), false),
    };
  }

  async usage({ range, by, limit = MOST_ROWS, ...filters }: UsageQuery): Promise<UsageDto> {
    const window = await this.#window(range);
    const sums = new Map<string, Sums>();
    for (const row of await this.sources.usage.totals(window, by, filters)) {
      const subject = String(row.subject);
      const sum = sums.get(subject) ?? noSums();
      add(sum, row);
      sums.set(subject, sum);
    }
    const used = [...sums].sort(([, one], [, other]) => callsOf(other) - callsOf(one)).slice(0, limit);
    return { ...spanOf(window), items: used.map(([subject, sum]) => this.#toRow(by, subject, sum)) };
  }

  async latency({ range, model }: LatencyQuery): Promise<LatencyStatsDto> {
    const window = await this.#window(range);
    const rows = await this.sources.latency.rows(window, model);
    const byBucket = window.starts.map((): LatencyRow[] => []);
    const byModel = new Map<string, LatencyRow[]>();
    for (const row of rows) {
      byBucket[Math.max(0, bucketOf(window, Number(row.timeMs)))]!.push(row);
      byModel.set(row.model, [...(byModel.get(row.model) ?? []), row]);
    }
    return {
      ...spanOf(window),
      ...toLatency(rows),
      buckets: byBucket.map((some, index) => ({ startMs: window.starts[index]!, ...toLatency(some) })),
      models: [...byModel].map(([name, some]) => ({ model: name, ...toLatency(some) })),
    };
  }

  async attention({ status = 'any', limit = MOST_ATTENTION }: AttentionQuery): Promise<AttentionDto> {
    await this.sources.flush();
    const wanted = status === 'any' ? undefined : Number(status);
    const rows = await this.sources.attention.rows(this.clock.nowMs(), wanted);
    const keys = new Map<number, { errors: number; byStatus: Record<string, number> }>();
    for (const row of rows) {
      const key = keys.get(row.keyId) ?? { errors: 0, byStatus: {} };
      key.errors += Number(row.errors);
      key.byStatus[row.status] = Number(row.errors);
      keys.set(row.keyId, key);
    }
    const items = [...keys]
      .map(([id, failed]) => ({ key: toLoggedKey(id, this.sources.names), ...failed }))
      .filter(({ key }) => key.masked !== undefined)
      .sort((one, other) => other.errors - one.errors);
    return { items: items.slice(0, limit) };
  }

  async #window(range: StatsRange = DEFAULT_RANGE): Promise<StatsWindow> {
    await this.sources.flush();
    return statsWindow(range, this.clock.nowMs(), this.sources.timeZone());
  }

  /** Keys count from 1 and tokens from 0: what is below stands for none. */
  #toRow(by: UsageQuery['by'], subject: string, sum: Sums): UsageRowDto {
    const sums = shown(sum, by !== 'token');
    if (by === 'model') return { model: subject, ...sums };
    const id = Number(subject);
    if (by === 'key') return id > 0 ? { key: toLoggedKey(id, this.sources.names), ...sums } : sums;
    return id >= 0 ? { token: toLoggedToken(id, this.sources.names), ...sums } : sums;
  }
}

type Sums = UsageSumsDto & { failedAttempts: number };

function noSums(): Sums {
  return {
    successes: 0,
    failures: 0,
    failedAttempts: 0,
    inputTokens: 0,
    cachedTokens: 0,
    outputTokens: 0,
    thinkingTokens: 0,
  };
}

/** MySQL hands sums out as text. */
function add(sums: Sums, row: UsageRow | Sums): void {
  for (const name of SUMS) sums[name] += Number(row[name] ?? 0);
}

function joined(one: Sums, other: Sums): Sums {
  add(one, other);
  return one;
}

function shown(
  { failedAttempts, ...sums }: Sums,
  hasAttempts: boolean,
): UsageSumsDto & { failedAttempts?: number } {
  return hasAttempts ? { ...sums, failedAttempts } : sums;
}

function callsOf({ successes, failures, failedAttempts }: Sums): number {
  return successes + failures + failedAttempts;
}

function spanOf({ range, starts, toMs }: StatsWindow) {
  return { range, fromMs: starts[0]!, toMs };
}

function toLatency(rows: readonly LatencyRow[]): LatencyDto {
  const of = (measure: LatencyRow['measure']) => {
    const histogram = new Map<number, number>();
    for (const row of rows) {
      if (row.measure !== measure) continue;
      histogram.set(row.boundMs, (histogram.get(row.boundMs) ?? 0) + Number(row.calls));
    }
    return percentiles(histogram, LATENCY_BOUNDS_MS);
  };
  return { total: of('total'), ttft: of('ttft') };
}
