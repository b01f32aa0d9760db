import { Module } from '@nestjs/common';
import { GatewayModule } from '../gateway/gateway.module';
import { KeysModule } from '../keys/keys.module';
import { ModelsModule } from '../models/models.module';
import { EmbeddingsRoutes } from './embeddings.routes';

@Module({ imports: [GatewayModule, KeysModule, ModelsModule], providers: [EmbeddingsRoutes] })
export class EmbeddingsModule {}
