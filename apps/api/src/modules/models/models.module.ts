import { Module } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { Dispatcher } from '../../core/gateway/dispatch/dispatcher';
import { ModelAliases } from '../../core/gemini/models/model-aliases';
import type { Ids } from '../../core/ids';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { OneCallTask } from '../../scheduling/one-call-task';
import { GatewayModule } from '../gateway/gateway.module';
import { RequestBodies } from '../gateway/request-bodies';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { ResourceCallsModule } from '../resource-calls/resource-calls.module';
import { CLOCK, IDS } from '../runtime/runtime-tokens';
import { modelFetcher } from './fetch-models';
import { ModelCatalog } from './model-catalog';
import { ModelNames } from './model-names';
import { ModelsRoutes } from './models.routes';
import { NativeRequests } from './native-requests';
import { toNativeAdditions } from './operator-additions';

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
          async () => {
            const count = (await catalog.refresh()).length;
            return { code: 'models_listed', values: { count }, message: `Upstream lists ${count} models.` };
          },
        ),
      inject: [ModelCatalog],
    },
    {
      provide: ModelNames,
      useFactory: (catalog: ModelCatalog, store: SettingsStore) =>
        new ModelNames(
          catalog,
          derive(store, (settings) => ({
            aliases: new ModelAliases(settings.MODEL_ALIASES, settings.CLAUDE_DEFAULT_MODEL),
            searchModels: settings.SEARCH_MODELS,
            imageModels: settings.IMAGE_MODELS,
            thinkingModels: settings.THINKING_MODELS,
            imageModel: settings.CREATE_IMAGE_MODEL,
          })),
        ),
      inject: [ModelCatalog, SettingsStore],
    },
    {
      provide: NativeRequests,
      useFactory: (bodies: RequestBodies, store: SettingsStore) =>
        new NativeRequests(bodies, derive(store, toNativeAdditions), () => store.current.SHOW_SEARCH_LINK),
      inject: [RequestBodies, SettingsStore],
    },
  ],
  exports: [ModelCatalog, ModelNames, NativeRequests],
})
export class ModelsModule {}
