import { Get } from '@nestjs/common';
import type { OverviewDto } from '@gemini-balance/shared';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { OverviewService } from './overview.service';

@AdminRest('overview')
export class OverviewController {
  constructor(private readonly service: OverviewService) {}

  @Get()
  @Summary('Keys by state, calls and success, and facts about the process')
  overview(): Promise<OverviewDto> {
    return this.service.overview();
  }
}
