import { IsIn, IsOptional, Matches } from 'class-validator';
import { OptionalQueryInt, OptionalText, OptionalWord } from '../fields/optional-fields.js';

/** Times that end now. */
export const STATS_RANGES = ['1h', '8h', '24h', '7d', '30d'] as const;
export type StatsRange = (typeof STATS_RANGES)[number];

/** Query of `GET /api/stats/series`. */
export class SeriesQuery {
  /** 24h unless given. */
  @OptionalWord(STATS_RANGES)
  range?: StatsRange;

  @OptionalQueryInt()
  keyId?: number;

  @OptionalText(100)
  model?: string;

  /** 0 for the admin tokens. */
  @OptionalQueryInt()
  tokenId?: number;
}

export const USAGE_SUBJECTS = ['key', 'model', 'token'] as const;
export type UsageSubject = (typeof USAGE_SUBJECTS)[number];

/** Query of `GET /api/stats/usage`: the same filters, summed up by one of the three. */
export class UsageQuery extends SeriesQuery {
  @IsIn(USAGE_SUBJECTS)
  by!: UsageSubject;

  /** 100 unless given. */
  @OptionalQueryInt(1, 1_000)
  limit?: number;
}

/** Query of `GET /api/stats/latency`. */
export class LatencyQuery {
  @OptionalWord(STATS_RANGES)
  range?: StatsRange;

  @OptionalText(100)
  model?: string;
}

/** Query of `GET /api/stats/attention`. */
export class AttentionQuery {
  /** A status of upstream, 0 for a network that failed, or `any`, which is meant unless one is given. */
  @IsOptional()
  @Matches(/^(any|0|[1-5]\d\d)$/, { message: 'status is a number from 100 to 599, 0, or any' })
  status?: string;

  /** 20 unless given. */
  @OptionalQueryInt(1, 1_000)
  limit?: number;
}
