import { Module } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { ModelAliases } from '../../core/gemini/model-aliases';
import { Dispatcher } from '../../core/gateway/dispatcher';
import type { Ids } from '../../core/ids';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { OneCallTask } from '../../scheduling/one-call-task';
import { GatewayModule } from '../gateway/gateway.module';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { ResourceCallsModule } from '../resource-calls/resource-calls.module';
import { CLOCK, IDS } from '../runtime/runtime-tokens';
import { modelFetcher } from './fetch-models';
import { ModelCatalog } from './model-catalog';
import { ModelNames } from './model-names';
import { ModelsRoutes } from './models.routes';

const REFRESH_MS = 3_600_000;

/** What upstream offers, and the part of it that clients may use. */
@Module({
  imports: [GatewayModule, KeysModule, ResourceCallsModule],
  providers: [
    ModelsRoutes,
    {
      provide: ModelCatalog,
      useFactory: (dispatcher: Dispatcher, pools: KeyPools, store: SettingsStore, clock: Clock, ids: Ids) =>
        new ModelCatalog(
          modelFetcher(dispatcher, pools.of('gemini'), clock, ids),
          clock,
          () => store.current.FILTERED_MODELS,
        ),
      inject: [Dispatcher, KeyPools, SettingsStore, CLOCK, IDS],
    },
    {
      provide: 'refresh-models',
      useFactory: (catalog: ModelCatalog) =>
        new OneCallTask(
          'refresh-models',
          'Fetches the list of models from upstream',
          { everyMs: REFRESH_MS },
          async () => `Upstream lists ${(await catalog.refresh()).length} models.`,
        ),
      inject: [ModelCatalog],
    },
    {
      provide: ModelNames,
      useFactory: (catalog: ModelCatalog, store: SettingsStore) =>
        new ModelNames(
          catalog,
          derive(store, ({ MODEL_ALIASES, CLAUDE_DEFAULT_MODEL, THINKING_MODELS, CREATE_IMAGE_MODEL }) => ({
            aliases: new ModelAliases(MODEL_ALIASES, CLAUDE_DEFAULT_MODEL),
            thinkingModels: THINKING_MODELS,
            imageModel: CREATE_IMAGE_MODEL,
          })),
        ),
      inject: [ModelCatalog, SettingsStore],
    },
  ],
  exports: [ModelCatalog, ModelNames],
})
export class ModelsModule {}
