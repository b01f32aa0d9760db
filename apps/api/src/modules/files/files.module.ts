import { Module } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { AttemptSender } from '../../core/gateway/attempts/attempt-sender';
import { Dispatcher } from '../../core/gateway/dispatch/dispatcher';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { PublicOrigin } from '../../http/origin/public-origin';
import { GatewayModule } from '../gateway/gateway.module';
import { RequestBodies } from '../gateway/request-bodies';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { ResourceCallsModule } from '../resource-calls/resource-calls.module';
import { KnownResources } from '../resources/known-resources';
import { ResourcesModule } from '../resources/resources.module';
import { UploadSessions } from '../resources/upload-sessions';
import { CLOCK } from '../runtime/runtime-tokens';
import { toUpstreamOptions } from '../upstream/upstream-settings';
import { FilesRoutes } from './files.routes';
import { RecentUploadKeys } from './recent-upload-keys';
import { UploadBytes } from './upload-bytes';
import { UploadStarts } from './upload-starts';

/** Uploads of files, streamed to the key that will hold them. */
@Module({
  imports: [GatewayModule, KeysModule, ResourcesModule, ResourceCallsModule],
  providers: [
    FilesRoutes,
    {
      provide: UploadStarts,
      useFactory: (
        dispatcher: Dispatcher,
        pools: KeyPools,
        bodies: RequestBodies,
        sessions: UploadSessions,
        known: KnownResources,
        clock: Clock,
        store: SettingsStore,
      ) =>
        new UploadStarts(
          dispatcher,
          pools,
          bodies,
          sessions,
          known,
          new RecentUploadKeys(clock),
          new PublicOrigin(
            derive(store, ({ PUBLIC_URL, TRUSTED_PROXIES }) => ({
              publicUrl: PUBLIC_URL,
              trustedProxies: TRUSTED_PROXIES,
            })),
          ),
          () => clock.nowMs(),
        ),
      inject: [Dispatcher, KeyPools, RequestBodies, UploadSessions, KnownResources, CLOCK, SettingsStore],
    },
    {
      provide: UploadBytes,
      useFactory: (
        sender: AttemptSender,
        pools: KeyPools,
        sessions: UploadSessions,
        known: KnownResources,
        clock: Clock,
        store: SettingsStore,
      ) =>
        new UploadBytes(
          sender,
          pools,
          sessions,
          known,
          clock,
          derive(store, (settings) => ({
            upstream: toUpstreamOptions(settings).origin,
            patienceMs: settings.TIME_OUT * 1000,
          })),
        ),
      inject: [AttemptSender, KeyPools, UploadSessions, KnownResources, CLOCK, SettingsStore],
    },
  ],
})
export class FilesModule {}
