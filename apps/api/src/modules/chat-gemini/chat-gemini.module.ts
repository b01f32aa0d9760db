import { Module } from '@nestjs/common';
import { GatewayModule } from '../gateway/gateway.module';
import { KeysModule } from '../keys/keys.module';
import { ModelsModule } from '../models/models.module';
import { NativeRoutes } from './native.routes';

@Module({ imports: [GatewayModule, KeysModule, ModelsModule], providers: [NativeRoutes] })
export class ChatGeminiModule {}
