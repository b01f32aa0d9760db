import { Injectable } from '@nestjs/common';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import { ANTHROPIC_PREFIXES } from '../../http/routing/anthropic-prefixes';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { TranslatedRequests } from '../translation/translated-requests';

const PREFIXES = ['/v1', '/gemini/v1', ...ANTHROPIC_PREFIXES];

/** Anthropic's messages, translated for Gemini and back. */
@ClientRoutes()
@Injectable()
export class MessagesRoutes implements ClientRouteSource {
  constructor(private readonly requests: TranslatedRequests) {}

  routes(): ClientRoute[] {
    const shared = { method: 'POST', protocol: 'anthropic-messages', auth: 'client' } as const;
    return PREFIXES.flatMap((prefix) => [
      {
        ...shared,
        path: `${prefix}/messages`,
        summary: 'A message, whole or as a stream',
        handle: (exchange) => this.requests.answer(exchange, 'anthropic-messages'),
      },
      {
        ...shared,
        path: `${prefix}/messages/count_tokens`,
        summary: 'The tokens that a message would cost as input',
        handle: (exchange) => this.#count(exchange),
      },
    ]);
  }

  async #count(exchange: ClientExchange): Promise<void> {
    exchange.sendJson({ input_tokens: await this.requests.count(exchange, 'anthropic-count') });
  }
}
