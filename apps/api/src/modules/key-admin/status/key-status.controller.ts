import { Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { once } from 'node:events';
import { AdminRest } from '../../../http/admin/admin-rest';
import { Summary } from '../../../http/admin/summary';
import { KeyStatusService } from './key-status.service';

@AdminRest('status')
export class KeyStatusController {
  constructor(private readonly statuses: KeyStatusService) {}

  @Get('keys')
  @Summary('Every key, masked: whether it is available, how often it was used today, how long it rests')
  async keys(@Res() response: Response): Promise<void> {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    let head = '[';
    for await (const slice of this.statuses.all()) {
      if (response.destroyed) return;
      if (slice.length === 0) continue;
      const items = slice.map((status) => JSON.stringify(status)).join(',');
      if (!response.write(head + items))
        await Promise.race([once(response, 'drain'), once(response, 'close')]);
      head = ',';
    }
    response.end(head === '[' ? '[]' : ']');
  }
}
