import { Injectable } from '@nestjs/common';
import { InvalidRequestError, UnknownPathError } from '../../core/gateway-error';
import { replayedStream } from '../../core/protocol/openai-responses/reply/replayed-stream';
import type { ResponseObject } from '../../core/protocol/openai-responses/reply/response-object';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { OPENAI_PREFIXES } from '../../http/routing/openai-prefixes';
import { itemPage } from './input-item-page';
import { responseNotFound } from './response-errors';
import { inputItems, outputItems, responseBody } from './response-items';
import type { StoredResponse } from './stored-response.repository';
import { StoredResponses } from './stored-responses';

/** Responses that are kept: each token sees its own. */
@ClientRoutes()
@Injectable()
export class StoredResponsesRoutes implements ClientRouteSource {
  constructor(private readonly stored: StoredResponses) {}

  routes(): ClientRoute[] {
    const shared = { protocol: 'openai-responses', auth: 'client' } as const;
    return OPENAI_PREFIXES.flatMap((prefix): ClientRoute[] => {
      const path = `${prefix}/responses/*`;
      return [
        {
          ...shared,
          path,
          method: 'GET',
          summary: 'A response that is kept, also as a stream, and the items of its input',
          handle: (exchange) => this.#get(exchange),
        },
        {
          ...shared,
          path,
          method: 'DELETE',
          summary: 'Forgets a response',
          handle: (exchange) => this.#delete(exchange),
        },
        {
          ...shared,
          path,
          method: 'POST',
          summary: 'Refuses to cancel a response, because all are complete',
          handle: (exchange) => this.#act(exchange),
        },
      ];
    });
  }

  async #get(exchange: ClientExchange): Promise<void> {
    const { tail, query } = exchange;
    const [id = '', below, ...rest] = tail.split('/');
    if (rest.length > 0 || (below !== undefined && below !== 'input_items')) throw noSuchPath(exchange);
    if (below === 'input_items') return this.#listInput(exchange, id);
    const response = responseBody(await this.#find(exchange, id));
    if (query?.get('stream') !== 'true') return exchange.sendJson(response);
    const after = query.get('starting_after');
    if (after !== null && !/^\d{1,9}$/.test(after))
      throw new InvalidRequestError('starting_after has to be a whole number.', { field: 'starting_after' });
    const frames = replayedStream(response as ResponseObject, after === null ? undefined : Number(after));
    exchange.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
    });
    exchange.response.end(frames);
  }

  /** What its request brought, and everything that it goes on from, as far as that is kept. */
  async #listInput(exchange: ClientExchange, id: string): Promise<void> {
    const last = await this.#find(exchange, id);
    const conversation = (await this.stored.conversation(tokenOf(exchange), id)) ?? [last];
    const earlier = conversation.slice(0, -1).flatMap((each) => [...inputItems(each), ...outputItems(each)]);
    exchange.sendJson(itemPage([...earlier, ...inputItems(last)], exchange.query));
  }

  async #delete(exchange: ClientExchange): Promise<void> {
    const { tail: id } = exchange;
    if (!(await this.stored.remove(tokenOf(exchange), id))) throw responseNotFound(id);
    exchange.sendJson({ id, object: 'response', deleted: true });
  }

  async #act(exchange: ClientExchange): Promise<void> {
    const [id = '', verb, ...rest] = exchange.tail.split('/');
    if (verb !== 'cancel' || rest.length > 0) throw noSuchPath(exchange);
    await this.#find(exchange, id);
    throw new InvalidRequestError(
      'The response is complete. Only responses that are made in the background can be cancelled; to stop one that streams, close its connection.',
    );
  }

  async #find(exchange: ClientExchange, id: string): Promise<StoredResponse> {
    const found = await this.stored.find(tokenOf(exchange), id);
    if (found === undefined) throw responseNotFound(id);
    return found;
  }
}

function tokenOf({ identity }: ClientExchange): number {
  return identity?.id ?? 0;
}

function noSuchPath({ request, tail }: ClientExchange): UnknownPathError {
  return new UnknownPathError(`This gateway has no ${request.method} responses/${tail.slice(0, 100)}.`);
}
