import { Module } from '@nestjs/common';
import { join } from 'node:path';
import type { Clock } from '../../core/clock';
import type { Ids } from '../../core/ids';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { hostAxios } from '../../core/uploads/host-axios';
import type { UploadHost } from '../../core/uploads/upload-host';
import { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import { PublicOrigin } from '../../http/origin/public-origin';
import { StoredFolder } from '../../storage/stored-folder';
import { CLOCK, IDS } from '../runtime/runtime-tokens';
import { UpstreamModule } from '../upstream/upstream.module';
import { CleanUpPictures } from './clean-up-pictures.task';
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
      useFactory: (store: SettingsStore) => new LocalPictures(pictureFolder(store)),
      inject: [SettingsStore],
    },
    {
      provide: CleanUpPictures,
      useFactory: (clock: Clock, store: SettingsStore) =>
        new CleanUpPictures(clock, pictureFolder(store), () => store.current.LOCAL_UPLOAD_DAYS),
      inject: [CLOCK, SettingsStore],
    },
    {
      provide: StoredFolder,
      useFactory: (store: SettingsStore, cleanUp: CleanUpPictures) =>
        new StoredFolder('pictures', pictureFolder(store), () => {
          const days = store.current.LOCAL_UPLOAD_DAYS;
          return {
            retention: days === 0 ? { rule: 'forever' } : { rule: 'days', days },
            settings: ['LOCAL_UPLOAD_DAYS'],
            schedule: cleanUp.name,
          };
        }),
      inject: [SettingsStore, CleanUpPictures],
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

function pictureFolder(store: SettingsStore): () => string {
  return () => join(store.current.DATA_DIR, store.current.LOCAL_UPLOAD_FOLDER);
}
