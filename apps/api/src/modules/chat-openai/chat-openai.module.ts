import { Module } from '@nestjs/common';
import { TranslationModule } from '../translation/translation.module';
import { ChatCompletionsRoutes } from './chat-completions.routes';

@Module({ imports: [TranslationModule], providers: [ChatCompletionsRoutes] })
export class ChatOpenaiModule {}
