import { Module } from '@nestjs/common';
import { TranslationModule } from '../translation/translation.module';
import { MessagesRoutes } from './messages.routes';

@Module({ imports: [TranslationModule], providers: [MessagesRoutes] })
export class ChatAnthropicModule {}
