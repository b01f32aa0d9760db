import { Injectable } from '@nestjs/common';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { TranslatedRequests } from '../translation/translated-requests';
import { VertexExpress } from './vertex-express';

/** The dialects that are translated, on Vertex AI in express mode. */
@ClientRoutes()
@Injectable()
export class VertexTranslatedRoutes implements ClientRouteSource {
  readonly #vertex: () => VertexExpress;

  constructor(
    private readonly requests: TranslatedRequests,
    store: SettingsStore,
  ) {
    this.#vertex = derive(store, (settings) => new VertexExpress(settings));
  }

  routes(): ClientRoute[] {
    return [
      {
        method: 'POST',
        path: '/vertex-express/v1/chat/completions',
        protocol: 'openai-chat',
        auth: 'client',
        summary: 'A chat completion by Vertex AI in express mode, whole or as a stream',
        handle: (exchange) => this.requests.answer(exchange, 'openai-chat', this.#vertex()),
      },
      {
        method: 'POST',
        path: '/vertex-express/v1/messages',
        protocol: 'anthropic-messages',
        auth: 'client',
        summary: 'A message by Vertex AI in express mode, whole or as a stream',
        handle: (exchange) => this.requests.answer(exchange, 'anthropic-messages', this.#vertex()),
      },
    ];
  }
}
