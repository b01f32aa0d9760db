import { Injectable } from '@nestjs/common';
import { InvalidRequestError, MethodNotAllowedError, UnknownPathError } from '../../core/gateway-error';
import { parseModelName } from '../../core/gemini/models/model-name';
import { isJsonObject } from '../../core/json-object';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { NATIVE_PREFIXES } from '../../http/routing/native-prefixes';
import { RequestBodies } from '../gateway/request-bodies';
import { ModelCatalog } from '../models/model-catalog';
import { ListedResources } from '../resource-calls/listed-resources';
import { ModelResources } from '../resource-calls/model-resources';
import { type ResourceAsk, ResourceCalls } from '../resource-calls/resource-calls';
import { parseResourcePath, type ResourcePath } from '../resource-calls/resource-path';

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** Below `/v1`, which several dialects share, these are Gemini's alone: their clients may send any credential. */
const GEMINI_COLLECTIONS = [
  'cachedContents',
  'fileSearchStores',
  'interactions',
  'operations',
  'tunedModels',
  'auth_tokens',
];

/** Everything native that is no call of a model: files, caches, batches, interactions, and what upstream will think of next. */
@ClientRoutes()
@Injectable()
export class ResourceRoutes implements ClientRouteSource {
  constructor(
    private readonly resources: ResourceCalls,
    private readonly modelResources: ModelResources,
    private readonly lists: ListedResources,
    private readonly bodies: RequestBodies,
    private readonly models: ModelCatalog,
  ) {}

  routes(): ClientRoute[] {
    return [
      ...NATIVE_PREFIXES.flatMap(([prefix, version]) => [
        this.#route(`${prefix}/*`, prefix === '/v1' ? 'detect' : 'gemini', (exchange) =>
          this.#serve(exchange, version, ''),
        ),
        this.#deletion(prefix, version),
      ]),
      ...GEMINI_COLLECTIONS.flatMap((collection) => [
        this.#route(`/v1/${collection}`, 'gemini', (exchange) => this.#serve(exchange, 'v1', collection)),
        this.#route(`/v1/${collection}/*`, 'gemini', (exchange) => this.#serve(exchange, 'v1', collection)),
      ]),
      ...['/download/*', '/gemini/download/*'].map((path) =>
        this.#route(path, 'gemini', (exchange) => this.#download(exchange)),
      ),
    ];
  }

  #route(path: string, protocol: ClientRoute['protocol'], handle: ClientRoute['handle']): ClientRoute {
    const summary =
      'Files, caches, batches, operations, stores, interactions and all else that upstream keeps';
    return { method: '*', path, protocol, auth: 'client', summary, handle };
  }

  #deletion(prefix: string, version: string): ClientRoute {
    return {
      method: 'DELETE',
      path: `${prefix}/models/*`,
      protocol: 'gemini',
      auth: 'client',
      summary: 'Removes an operation of a model',
      handle: (exchange) => this.#remove(exchange, version),
    };
  }

  async #serve(exchange: ClientExchange, version: string, collection: string): Promise<void> {
    const method = exchange.request.method ?? '';
    const tail = [collection, exchange.tail].filter((part) => part !== '').join('/');
    if (exchange.protocol !== 'gemini') throw unknownPath(method, version, tail);
    if (!METHODS.includes(method)) throw wrongMethod(exchange, METHODS);
    const path = parseResourcePath(tail);
    if (path.isCollection && !['GET', 'POST'].includes(method)) throw unknownPath(method, version, tail);
    if (await this.#isListed(method, path)) return this.lists.list(exchange, version, path.collection);
    const prefix = `/${version}`;
    if (path.name === 'interactions' && method === 'POST')
      return this.resources.relay(exchange, path, { prefix, ...(await this.#interaction(exchange)) });
    const { query } = exchange;
    const isDownload = path.verb === 'download' || query?.get('alt') === 'media';
    const isStream = query?.get('alt') === 'sse' || query?.get('stream') === 'true';
    return this.resources.relay(exchange, path, { prefix, isDownload, isStream });
  }

  #remove(exchange: ClientExchange, version: string): Promise<void> {
    if (!this.modelResources.isAbout(exchange.tail)) throw wrongMethod(exchange, ['GET', 'POST']);
    return this.modelResources.relay(exchange, version);
  }

  async #isListed(method: string, { isCollection, verb, collection }: ResourcePath): Promise<boolean> {
    if (method !== 'GET' || !isCollection || verb !== undefined) return false;
    return !(await this.resources.isCatalogue(collection));
  }

  /** `/download/v1beta/files/x:download?alt=media` */
  #download(exchange: ClientExchange): Promise<void> {
    const [version = '', ...rest] = exchange.tail.split('/');
    if (!/^v\d\w*$/.test(version) || exchange.request.method !== 'GET')
      throw new UnknownPathError('Downloads are GET /download/v1beta/files/NAME:download?alt=media.');
    const path = parseResourcePath(rest.join('/'));
    return this.resources.relay(exchange, path, { prefix: `/download/${version}`, isDownload: true });
  }

  /** An interaction asks a model or an agent, whose limits it counts against. */
  async #interaction(exchange: ClientExchange): Promise<Omit<ResourceAsk, 'prefix'>> {
    const body = await this.bodies.read(exchange);
    const request = parsedObject(body, exchange.request.headers['content-encoding']);
    const asked = typeof request.model === 'string' ? request.model : request.agent;
    const model = typeof asked === 'string' ? parseModelName(asked) : undefined;
    if (model !== undefined) this.models.refuseFiltered(model);
    return { body, model, isStream: request.stream === true };
  }
}

function unknownPath(method: string, version: string, tail: string): UnknownPathError {
  return new UnknownPathError(`This gateway has no ${method} /${version}/${tail.slice(0, 120)}.`);
}

function wrongMethod({ ownHeaders }: ClientExchange, allowed: readonly string[]): MethodNotAllowedError {
  ownHeaders['allow'] = allowed.join(', ');
  return new MethodNotAllowedError(`This path takes ${allowed.join(', ')}.`);
}

/** Nothing of a body that is packed: what it asks for is between its client and upstream. */
function parsedObject(body: Buffer, contentEncoding: string | undefined): Readonly<Record<string, unknown>> {
  if (contentEncoding !== undefined && contentEncoding !== 'identity') return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (isJsonObject(value)) return value;
  } catch {
    // Told below, as for any other body that is none.
  }
  throw new InvalidRequestError('The request body has to be a JSON object.');
}
