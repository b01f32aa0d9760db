import { Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ListModelsQuery, type ModelDetailDto, type ModelListDto } from '@gemini-balance/shared';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { ModelCatalog } from '../models/model-catalog';
import { ListModelsService } from './list-models.service';

/** The models that upstream lists, as the gateway knows them. */
@AdminRest('models')
export class ModelsController {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly models: ListModelsService,
  ) {}

  @Get()
  @Summary('The models that match, hidden ones among them, with their names, limits and keys')
  list(@Query() query: ListModelsQuery): Promise<ModelListDto> {
    return this.models.list(query);
  }

  @Post('refresh')
  @Summary('Fetches the list from upstream now')
  @HttpCode(200)
  async refresh(): Promise<ModelListDto> {
    await this.catalog.refresh();
    return this.models.list({});
  }

  @Get(':name')
  @Summary('One model by its own name, with everything it can do')
  one(@Param('name') name: string): Promise<ModelDetailDto> {
    return this.models.one(name);
  }
}
