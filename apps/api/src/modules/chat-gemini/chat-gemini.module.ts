import { Module } from '@nestjs/common';
import { GatewayModule } from '../gateway/gateway.module';
import { KeysModule } from '../keys/keys.module';
import { ModelsModule } from '../models/models.module';
import { ResourceCallsModule } from '../resource-calls/resource-calls.module';
import { NativeRoutes } from './native.routes';
import { ResourceRoutes } from './resource.routes';

@Module({
  imports: [GatewayModule, KeysModule, ModelsModule, ResourceCallsModule],
  providers: [NativeRoutes, ResourceRoutes],
})
export class ChatGeminiModule {}
