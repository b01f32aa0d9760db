import { Module } from '@nestjs/common';
import { GatewayModule } from '../gateway/gateway.module';
import { KeysModule } from '../keys/keys.module';
import { ModelsModule } from '../models/models.module';
import { ChatCompletionsRoutes } from './chat-completions.routes';

@Module({ imports: [GatewayModule, KeysModule, ModelsModule], providers: [ChatCompletionsRoutes] })
export class ChatOpenaiModule {}
