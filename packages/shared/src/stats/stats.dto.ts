import type { LoggedKeyDto, LoggedTokenDto } from '../logs/log.dto.js';
import type { StatsRange } from './stats.query.js';

/** What client requests used. Input holds what was cached; output is without thinking. */
export interface UsageSumsDto {
  successes: number;
  failures: number;
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  thinkingTokens: number;
}

/** Estimated from a histogram, in milliseconds; absent where nothing was measured. */
export interface PercentilesDto {
  count: number;
  p50Ms?: number;
  p95Ms?: number;
  p99Ms?: number;
}

/** One bucket of a series, from its start to that of the next. */
export interface SeriesBucketDto extends UsageSumsDto {
  startMs: number;
  /** Sends that the key or the network failed, most of them made good with another key; only for a key or a model. */
  failedAttempts?: number;
}

/** Answer of `GET /api/stats/series`. Buckets without a call are there, too. */
export interface SeriesDto {
  range: StatsRange;
  fromMs: number;
  toMs: number;
  buckets: SeriesBucketDto[];
  total: UsageSumsDto;
}

/** The sums of one key, model or token. */
export interface UsageRowDto extends UsageSumsDto {
  key?: LoggedKeyDto;
  /** Empty where the request named none; `(other)` for names that no call has proved. */
  model?: string;
  /** Absent in a row by token where no token was valid. */
  token?: LoggedTokenDto;
  failedAttempts?: number;
}

/** Answer of `GET /api/stats/usage`, the most used first. */
export interface UsageDto {
  range: StatsRange;
  fromMs: number;
  toMs: number;
  items: UsageRowDto[];
}

/** How long requests took as a whole, and until their first byte. */
export interface LatencyDto {
  total: PercentilesDto;
  ttft: PercentilesDto;
}

/** Answer of `GET /api/stats/latency`. */
export interface LatencyStatsDto extends LatencyDto {
  range: StatsRange;
  fromMs: number;
  toMs: number;
  buckets: (LatencyDto & { startMs: number })[];
  models: (LatencyDto & { model: string })[];
}

/** A key that fails. */
export interface AttentionKeyDto {
  key: LoggedKeyDto;
  errors: number;
  /** By upstream's status; 0 where the network failed. */
  byStatus: Record<string, number>;
}

/** Answer of `GET /api/stats/attention`: the keys there are that failed most in the last 24 hours. */
export interface AttentionDto {
  items: AttentionKeyDto[];
}
