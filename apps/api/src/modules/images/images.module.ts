import { Module } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import type { Ids } from '../../core/ids';
import { SettingsStore } from '../../core/settings/settings-store';
import { EventStreams } from '../gateway/event-streams';
import { GatewayModule } from '../gateway/gateway.module';
import { NeedsResolver } from '../gateway/needs-resolver';
import { ReadCalls } from '../gateway/read-calls';
import { RequestBodies } from '../gateway/request-bodies';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { MediaFetcher } from '../media/media-fetcher';
import { MediaModule } from '../media/media.module';
import { ModelCatalog } from '../models/model-catalog';
import { ModelNames } from '../models/model-names';
import { ModelsModule } from '../models/models.module';
import { CLOCK, IDS } from '../runtime/runtime-tokens';
import { PictureLinks } from '../uploads/picture-links';
import { UploadsModule } from '../uploads/uploads.module';
import { ImageChats } from './image-chats';
import { ImagesRoutes } from './images.routes';
import { PictureMaker } from './picture-maker';
import { PictureOrders } from './picture-orders';
import { PictureSources } from './picture-sources';

/** Pictures that models make. Offers ImageChats. */
@Module({
  imports: [GatewayModule, KeysModule, MediaModule, ModelsModule, UploadsModule],
  providers: [
    ImagesRoutes,
    {
      provide: PictureMaker,
      useFactory: (calls: ReadCalls, pools: KeyPools, models: ModelCatalog, store: SettingsStore) =>
        new PictureMaker(calls, pools, models, () => store.current.SAFETY_SETTINGS),
      inject: [ReadCalls, KeyPools, ModelCatalog, SettingsStore],
    },
    {
      provide: PictureSources,
      useFactory: (media: MediaFetcher, bodies: RequestBodies) => new PictureSources(media, bodies),
      inject: [MediaFetcher, RequestBodies],
    },
    {
      provide: PictureOrders,
      useFactory: (
        maker: PictureMaker,
        links: PictureLinks,
        events: EventStreams,
        names: ModelNames,
        clock: Clock,
        store: SettingsStore,
      ) => new PictureOrders(maker, links, events, names, clock, () => store.current.CREATE_IMAGE_MODEL),
      inject: [PictureMaker, PictureLinks, EventStreams, ModelNames, CLOCK, SettingsStore],
    },
    {
      provide: ImageChats,
      useFactory: (
        maker: PictureMaker,
        links: PictureLinks,
        events: EventStreams,
        needs: NeedsResolver,
        names: ModelNames,
        ids: Ids,
        clock: Clock,
        store: SettingsStore,
      ) =>
        new ImageChats(
          maker,
          links,
          events,
          needs,
          names,
          ids,
          clock,
          () => store.current.CREATE_IMAGE_MODEL,
        ),
      inject: [
        PictureMaker,
        PictureLinks,
        EventStreams,
        NeedsResolver,
        ModelNames,
        IDS,
        CLOCK,
        SettingsStore,
      ],
    },
  ],
  exports: [ImageChats],
})
export class ImagesModule {}
