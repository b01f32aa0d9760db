import { Get, Res } from '@nestjs/common';
import type { KeyStatusDto } from '@gemini-balance/shared';
import type { Response } from 'express';
import { AdminRest } from '../../../http/admin/admin-rest';
import { Summary } from '../../../http/admin/summary';
import { sendSlices } from '../send-slices';
import { KeyStatusService } from './key-status.service';

@AdminRest('status')
export class KeyStatusController {
  constructor(private readonly statuses: KeyStatusService) {}

  @Get('keys')
  @Summary('Every key, masked: whether it is available, how often it was used today, how long it rests')
  async keys(@Res() response: Response): Promise<void> {
    const slices = await this.statuses.all();
    response.setHeader('content-type', 'application/json; charset=utf-8');
    await sendSlices(response, toJson(slices));
  }
}

/** A JSON list, a slice at a time. */
async function* toJson(slices: AsyncIterable<readonly KeyStatusDto[]>): AsyncGenerator<string> {
  let separator = '[';
  for await (const slice of slices) {
    if (slice.length === 0) continue;
    yield separator + slice.map((status) => JSON.stringify(status)).join(',');
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}
