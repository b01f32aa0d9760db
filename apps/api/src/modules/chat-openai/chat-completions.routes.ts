import { Injectable } from '@nestjs/common';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { OPENAI_PREFIXES } from '../../http/routing/openai-prefixes';
import { TranslatedRequests } from '../translation/translated-requests';

/** OpenAI's chat completions, translated for Gemini and back. */
@ClientRoutes()
@Injectable()
export class ChatCompletionsRoutes implements ClientRouteSource {
  constructor(private readonly requests: TranslatedRequests) {}

  routes(): ClientRoute[] {
    return OPENAI_PREFIXES.map((prefix) => ({
      method: 'POST',
      path: `${prefix}/chat/completions`,
      protocol: 'openai-chat',
      auth: 'client',
      summary: 'A chat completion, whole or as a stream',
      handle: (exchange) => this.requests.answer(exchange, 'openai-chat'),
    }));
  }
}
