import { Module } from '@nestjs/common';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { GatewayModule } from '../gateway/gateway.module';
import { ImagesModule } from '../images/images.module';
import { KeysModule } from '../keys/keys.module';
import { ModelsModule } from '../models/models.module';
import { ResourcesModule } from '../resources/resources.module';
import { PictureLinks } from '../uploads/picture-links';
import { UploadsModule } from '../uploads/uploads.module';
import { AnswerVariants } from './answer-variants';
import { TranslatedRequests } from './translated-requests';

/** What the dialects that are translated share behind their routes. Offers TranslatedRequests. */
@Module({
  imports: [GatewayModule, ImagesModule, KeysModule, ModelsModule, ResourcesModule, UploadsModule],
  providers: [
    TranslatedRequests,
    {
      provide: AnswerVariants,
      useFactory: (links: PictureLinks, store: SettingsStore) =>
        new AnswerVariants(
          links,
          derive(store, (settings) => ({
            showsSources: settings.SHOW_SEARCH_LINK,
            runsCode: settings.TOOLS_CODE_EXECUTION_ENABLED,
            writesPictures: settings.CHAT_PICTURES === 'markdown',
          })),
        ),
      inject: [PictureLinks, SettingsStore],
    },
  ],
  exports: [TranslatedRequests],
})
export class TranslationModule {}
