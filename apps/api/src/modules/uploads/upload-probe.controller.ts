import { HttpCode, Post } from '@nestjs/common';
import type { UploadProbeDto } from '@gemini-balance/shared';
import { UploadHostError } from '../../core/uploads/upload-host';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { PictureLinks } from './picture-links';

const TIME_LIMIT_MS = 30_000;

@AdminRest('upload-host')
export class UploadProbeController {
  constructor(private readonly links: PictureLinks) {}

  @Post('probe')
  @HttpCode(200)
  @Summary('Whether pictures can be put on the upload host')
  async probe(): Promise<UploadProbeDto> {
    const host = this.links.chosen;
    try {
      await host.probe(AbortSignal.timeout(TIME_LIMIT_MS));
      return { host: host.id, isWorking: true, problem: null };
    } catch (error) {
      if (!(error instanceof UploadHostError)) throw error;
      return { host: host.id, isWorking: false, problem: error.message };
    }
  }
}
