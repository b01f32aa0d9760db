import { Injectable } from '@nestjs/common';
import type { ClientRoute, ClientRouteSource } from '../../http/client-route';
import { ClientRoutes } from '../../http/client-routes.decorator';
import { TranslatedRequests } from '../translation/translated-requests';

/** Base URLs that clients of OpenAI's API were ever given. */
const PREFIXES = ['/v1', '/hf/v1', '/openai/v1', '/v1beta/openai'].flatMap((prefix) => [
  prefix,
  `/gemini${prefix}`,
]);

/** OpenAI's chat completions, translated for Gemini and back. */
@ClientRoutes()
@Injectable()
export class ChatCompletionsRoutes implements ClientRouteSource {
  constructor(private readonly requests: TranslatedRequests) {}

  routes(): ClientRoute[] {
    return PREFIXES.map((prefix) => ({
      method: 'POST',
      path: `${prefix}/chat/completions`,
      protocol: 'openai-chat',
      auth: 'client',
      summary: 'A chat completion, whole or as a stream',
      handle: (exchange) => this.requests.answer(exchange, 'openai-chat'),
    }));
  }
}
