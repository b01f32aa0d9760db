import { Module } from '@nestjs/common';
import { join } from 'node:path';
import type { Clock } from '../../core/clock';
import type { Ids } from '../../core/ids';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { hostAxios } from '../../core/uploads/host-axios';
import type { UploadHost } from '../../core/uploads/upload-host';
import { EgressDispatchers } from '../../core/upstream/egress-dispatchers';
import { PublicOrigin } from '../../http/public-origin';
import { CLOCK, IDS } from '../runtime/runtime-tokens';
import { UpstreamModule } from '../upstream/upstream.module';
import { LocalPictures } from './local-pictures';
import { LocalPicturesRoutes } from './local-pictures.routes';
import { PictureLinks } from './picture-links';
import { makeUploadHosts, UPLOAD_HOSTS } from './upload-hosts';
import { UploadProbeController } from './upload-probe.controller';

/** Where pictures go that models make, so that answers can link to them. */
@Module({
  imports: [UpstreamModule],
  controllers: [UploadProbeController],
  providers: [
    LocalPicturesRoutes,
    {
      provide: UPLOAD_HOSTS,
      useFactory: (store: SettingsStore, egress: EgressDispatchers, clock: Clock) =>
        makeUploadHosts(() => store.current, hostAxios(egress), clock),
      inject: [SettingsStore, EgressDispatchers, CLOCK],
    },
    {
      provide: LocalPictures,
      useFactory: (store: SettingsStore) =>
        new LocalPictures(() => join(store.current.DATA_DIR, store.current.LOCAL_UPLOAD_FOLDER)),
      inject: [SettingsStore],
    },
    {
      provide: PictureLinks,
      useFactory: (
        hosts: readonly UploadHost[],
        local: LocalPictures,
        store: SettingsStore,
        ids: Ids,
        clock: Clock,
      ) =>
        new PictureLinks(
          hosts,
          () => store.current.UPLOAD_PROVIDER,
          new PublicOrigin(
            derive(store, ({ PUBLIC_URL, TRUSTED_PROXIES }) => ({
              publicUrl: PUBLIC_URL,
              trustedProxies: TRUSTED_PROXIES,
            })),
          ),
          local,
          ids,
          clock,
        ),
      inject: [UPLOAD_HOSTS, LocalPictures, SettingsStore, IDS, CLOCK],
    },
  ],
  exports: [PictureLinks],
})
export class UploadsModule {}
