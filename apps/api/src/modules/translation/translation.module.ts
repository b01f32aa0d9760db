import { Module } from '@nestjs/common';
import { GatewayModule } from '../gateway/gateway.module';
import { ImagesModule } from '../images/images.module';
import { KeysModule } from '../keys/keys.module';
import { ModelsModule } from '../models/models.module';
import { ResourcesModule } from '../resources/resources.module';
import { TranslatedRequests } from './translated-requests';

/** What the dialects that are translated share behind their routes. Offers TranslatedRequests. */
@Module({
  imports: [GatewayModule, ImagesModule, KeysModule, ModelsModule, ResourcesModule],
  providers: [TranslatedRequests],
  exports: [TranslatedRequests],
})
export class TranslationModule {}
