import { Get } from '@nestjs/common';
import type { OverviewDto } from '@gemini-balance/shared';
import { AdminRest } from '../../http/admin/admin-rest';
import { OverviewService } from './overview.service';

@AdminRest('overview')
export class OverviewController {
  constructor(private readonly service: OverviewService) {}

  @Get()
  overview(): Promise<OverviewDto> {
    return this.service.overview();
  }
}
