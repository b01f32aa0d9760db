import { Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import {
  type AttentionDto,
  AttentionQuery,
  LatencyQuery,
  type LatencyStatsDto,
  type SeriesDto,
  SeriesQuery,
  type UsageDto,
  UsageQuery,
} from '@gemini-balance/shared';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { StatsService } from './stats.service';

/** The figures of the dashboard's charts. */
@AdminRest('stats')
export class StatsController {
  constructor(private readonly service: StatsService) {}

  @Get('series')
  @Summary(
    'Calls and tokens over time, of all or of a key, model or token; buckets without a call are there too',
  )
  series(@Query() query: SeriesQuery): Promise<SeriesDto> {
    return this.service.series(query);
  }

  @Get('usage')
  @Summary('Calls and tokens by key, model or token, the most used first')
  usage(@Query() query: UsageQuery): Promise<UsageDto> {
    return this.service.usage(query);
  }

  @Get('latency')
  @Summary('Percentiles of latency and time to first byte: in all, over time and by model')
  latency(@Query() query: LatencyQuery): Promise<LatencyStatsDto> {
    return this.service.latency(query);
  }

  @Get('attention')
  @Summary('The keys that failed most in the last 24 hours, by upstream’s status')
  attention(@Query() query: AttentionQuery): Promise<AttentionDto> {
    return this.service.attention(query);
  }
}

/** What single tokens use. */
@AdminRest('tokens/:id/usage')
export class TokenUsageController {
  constructor(private readonly service: StatsService) {}

  @Get()
  @Summary('Calls and tokens of an access token over time')
  series(@Param('id', ParseIntPipe) tokenId: number, @Query() query: SeriesQuery): Promise<SeriesDto> {
    return this.service.series({ ...query, tokenId });
  }
}
