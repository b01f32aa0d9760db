import { Injectable } from '@nestjs/common';
import { parsePictureOrder } from '../../core/images/picture-order';
import { parseJsonObject } from '../../core/json-body';
import type { JsonObject } from '../../core/json-object';
import { type MultipartForm, parseMultipartForm } from '../../http/body/multipart-form';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { OPENAI_PREFIXES } from '../../http/routing/openai-prefixes';
import { RequestBodies } from '../gateway/request-bodies';
import { PictureOrders } from './picture-orders';
import { PictureSources } from './picture-sources';

const NUMBERS = ['n', 'partial_images', 'output_compression'];

/** OpenAI's image API: pictures out of words, and out of other pictures. */
@ClientRoutes()
@Injectable()
export class ImagesRoutes implements ClientRouteSource {
  constructor(
    private readonly bodies: RequestBodies,
    private readonly sources: PictureSources,
    private readonly orders: PictureOrders,
  ) {}

  routes(): ClientRoute[] {
    return OPENAI_PREFIXES.flatMap((prefix): ClientRoute[] => [
      {
        method: 'POST',
        path: `${prefix}/images/generations`,
        protocol: 'openai-chat',
        auth: 'client',
        summary: 'Pictures out of words, whole or as a stream',
        handle: (exchange) => this.#generate(exchange),
      },
      {
        method: 'POST',
        path: `${prefix}/images/edits`,
        protocol: 'openai-chat',
        auth: 'client',
        summary: 'Pictures out of other pictures and words, from a form or JSON',
        handle: (exchange) => this.#edit(exchange),
      },
    ]);
  }

  async #generate(exchange: ClientExchange): Promise<void> {
    const order = parsePictureOrder(parseJsonObject(await this.bodies.readDecoded(exchange)));
    await this.orders.answer(exchange, order);
  }

  async #edit(exchange: ClientExchange): Promise<void> {
    const contentType = exchange.request.headers['content-type'] ?? '';
    const body = await this.bodies.readDecoded(exchange);
    if (/^multipart\//i.test(contentType)) {
      const form = await parseMultipartForm(contentType, body);
      const order = parsePictureOrder(fieldsOf(form));
      return this.orders.answer(exchange, order, await this.sources.ofForm(exchange, form));
    }
    const json = parseJsonObject(body);
    const order = parsePictureOrder(json);
    return this.orders.answer(exchange, order, await this.sources.ofJson(exchange, json));
  }
}

/** The fields of a form with the types they have in JSON. */
function fieldsOf({ fields }: MultipartForm): JsonObject {
  return Object.fromEntries([...fields].map(([name, values]) => [name, typed(name, values[0] ?? '')]));
}

function typed(name: string, value: string): string | number | boolean | null {
  if (value === '') return null;
  if (name === 'stream') return value === 'true';
  return NUMBERS.includes(name) ? Number(value) : value;
}
