import { Get } from '@nestjs/common';
import type { StorageDto } from '@gemini-balance/shared';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { MeasureStorageService } from './measure-storage.service';

@AdminRest('storage')
export class StorageController {
  constructor(private readonly storage: MeasureStorageService) {}

  @Get()
  @Summary(
    'What the gateway keeps: how much of each kind, since when, for how long, and the space that is left',
  )
  measure(): Promise<StorageDto> {
    return this.storage.measure();
  }
}
