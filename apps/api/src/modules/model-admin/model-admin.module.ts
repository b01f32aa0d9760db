import { Module } from '@nestjs/common';
import { SettingsStore } from '../../core/settings/settings-store';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { ModelCatalog } from '../models/model-catalog';
import { ModelNames } from '../models/model-names';
import { ModelsModule } from '../models/models.module';
import { ListModelsService } from './list-models.service';
import { ModelsController } from './models.controller';

/** What administrators see of models. */
@Module({
  imports: [KeysModule, ModelsModule],
  controllers: [ModelsController],
  providers: [
    {
      provide: ListModelsService,
      useFactory: (catalog: ModelCatalog, names: ModelNames, pools: KeyPools, store: SettingsStore) =>
        new ListModelsService(catalog, names, pools, () => store.current.BASE_URL),
      inject: [ModelCatalog, ModelNames, KeyPools, SettingsStore],
    },
  ],
})
export class ModelAdminModule {}
