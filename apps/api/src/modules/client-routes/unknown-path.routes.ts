import { Injectable } from '@nestjs/common';
import { UnknownPathError } from '../../core/gateway-error';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';

const PREFIXES: readonly (readonly [prefix: string, protocol: ClientRoute['protocol']])[] = [
  ['/gemini', 'gemini'],
  ['/hf', 'openai-chat'],
  ['/openai', 'openai-chat'],
  ['/v1beta/openai', 'openai-chat'],
  ['/gemini/hf', 'openai-chat'],
  ['/gemini/openai', 'openai-chat'],
  ['/gemini/v1beta/openai', 'openai-chat'],
  ['/anthropic', 'anthropic-messages'],
  ['/gemini/anthropic', 'anthropic-messages'],
  ['/v1/messages', 'anthropic-messages'],
  ['/gemini/v1/messages', 'anthropic-messages'],
];

/** Answers what lies under a client prefix but is no route, in the dialect of the client and not with a page. */
@ClientRoutes()
@Injectable()
export class UnknownPathRoutes implements ClientRouteSource {
  routes(): ClientRoute[] {
    return PREFIXES.map(([prefix, protocol]) => ({
      method: '*',
      path: `${prefix}/*`,
      protocol,
      auth: 'client',
      summary: 'Refuses paths that are none of these',
      isFallback: true,
      handle: refuse,
    }));
  }
}

function refuse({ request }: ClientExchange): never {
  const path = (request.url ?? '').split('?', 1)[0]!.slice(0, 120);
  throw new UnknownPathError(`This gateway has no ${request.method} ${path}.`);
}
