import { Module } from '@nestjs/common';
import { GatewayModule } from '../gateway/gateway.module';
import { KeysModule } from '../keys/keys.module';
import { ModelsModule } from '../models/models.module';
import { TranslationModule } from '../translation/translation.module';
import { VertexNativeRoutes } from './vertex-native.routes';
import { VertexTranslatedRoutes } from './vertex-translated.routes';

/** Vertex AI in express mode: the same dialects, another upstream, keys of its own. */
@Module({
  imports: [GatewayModule, KeysModule, ModelsModule, TranslationModule],
  providers: [VertexNativeRoutes, VertexTranslatedRoutes],
})
export class VertexModule {}
