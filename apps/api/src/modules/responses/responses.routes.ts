import { Injectable } from '@nestjs/common';
import { MethodNotAllowedError } from '../../core/gateway-error';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { OPENAI_PREFIXES } from '../../http/routing/openai-prefixes';
import { TranslatedRequests } from '../translation/translated-requests';
import { StreamUpgradeRefusedError } from './response-errors';
import { ResponseMemory } from './response-memory';

const PROTOCOL = 'openai-responses';

/** OpenAI's responses, translated for Gemini and back. */
@ClientRoutes()
@Injectable()
export class ResponsesRoutes implements ClientRouteSource {
  constructor(
    private readonly requests: TranslatedRequests,
    private readonly memory: ResponseMemory,
  ) {}

  routes(): ClientRoute[] {
    const shared = { protocol: PROTOCOL, auth: 'client' } as const;
    return OPENAI_PREFIXES.flatMap((prefix): ClientRoute[] => [
      {
        ...shared,
        method: 'POST',
        path: `${prefix}/responses`,
        summary: 'A response, whole or as a stream',
        handle: (exchange) => this.requests.answerFrom(this.memory, exchange, PROTOCOL),
      },
      {
        ...shared,
        method: 'GET',
        path: `${prefix}/responses`,
        summary: 'Refuses the WebSocket of responses, so that clients stream over HTTP',
        handle: refuseUpgrade,
      },
      {
        ...shared,
        method: 'POST',
        path: `${prefix}/responses/input_tokens`,
        summary: 'The tokens that a response would cost as input',
        handle: (exchange) => this.#count(exchange),
      },
    ]);
  }

  async #count(exchange: ClientExchange): Promise<void> {
    const input_tokens = await this.requests.count(exchange, PROTOCOL, this.memory);
    exchange.sendJson({ object: 'response.input_tokens', input_tokens });
  }
}

function refuseUpgrade({ request, ownHeaders }: ClientExchange): never {
  ownHeaders['allow'] = 'POST';
  // The upgrade itself is not there any more (docs/protocol-notes.md, "Offers of another upgrade").
  throw request.headers['sec-websocket-key'] === undefined
    ? new MethodNotAllowedError('This path takes POST.')
    : new StreamUpgradeRefusedError();
}
