import { Get, Query } from '@nestjs/common';
import { type VersionDto, VersionQuery } from '@gemini-balance/shared';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { VersionCheck } from './version-check';

@AdminRest('version')
export class VersionController {
  constructor(private readonly check: VersionCheck) {}

  @Get()
  @Summary('The version of the gateway, and whether a newer one is out')
  version(@Query() { refresh = false }: VersionQuery): Promise<VersionDto> {
    return this.check.tell(refresh);
  }
}
