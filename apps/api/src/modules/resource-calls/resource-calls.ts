import { GatewayError } from '../../core/gateway-error';
import { forwardedHeaders, forwardedQuery } from '../../core/gemini/native/forwarded-request';
import type { UpstreamCall } from '../../core/gemini/upstream-call';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientCalls } from '../gateway/client-calls';
import type { RequestBodies } from '../gateway/request-bodies';
import type { KeyPools } from '../keys/key-pools';
import type { KnownResources } from '../resources/known-resources';
import { ResourceDeniedError } from '../resources/resource-errors';
import type { ResourcePins } from '../resources/resource-pins';
import type { ResourceOwner } from '../resources/stored-resource';
import type { BodyPins } from './body-pins';
import { PRIVATE_COLLECTIONS } from './private-collections';
import { ReplyKeeper } from './reply-keeper';
import type { ResourcePath } from './resource-path';

/** What calls about resources may make a key rest for, beside models. */
export const RESOURCE_SCOPE = 'resources';

/** What else is known of a call about a resource. */
export interface ResourceAsk {
  /** What stands before the resource's path: `/v1beta`. */
  readonly prefix: string;
  /** Where the body was read already. */
  readonly body?: Buffer;
  /** The model that is asked, where one is. */
  readonly model?: string;
  /** Whether the reply comes as it is made. */
  readonly isStream?: boolean;
  /** Whether the reply is bytes of a file. */
  readonly isDownload?: boolean;
}

/** Relays calls about what upstream keeps to the key that keeps it, and notes what new they make. */
export class ResourceCalls {
  constructor(
    private readonly calls: ClientCalls,
    private readonly bodies: RequestBodies,
    private readonly pools: KeyPools,
    private readonly known: KnownResources,
    private readonly pins: ResourcePins,
    private readonly bodyPins: BodyPins,
  ) {}

  /** @throws GatewayError when there is no answer and nothing of one has reached the client */
  async relay(exchange: ClientExchange, path: ResourcePath, ask: ResourceAsk): Promise<void> {
    const { identity, request } = exchange;
    const method = request.method ?? 'GET';
    const owner = path.isCollection ? undefined : await this.pins.ownerOf(identity, path.name);
    if (!path.isCollection && owner === undefined) await this.#admitUnknown(exchange, path);
    const body = ask.body ?? (await this.#bodyOf(exchange));
    const pin = await this.bodyPins.pinOf(exchange, body, owner === undefined ? [] : [path.name]);
    const kind = pin?.keyKind ?? 'gemini';
    const isRemoval = method === 'DELETE' && path.verb === undefined;
    const keeper = new ReplyKeeper(
      this.known,
      path,
      this.#newOwner(exchange, kind, owner),
      isRemoval,
      (usage) => (exchange.facts.usage = usage),
    );
    try {
      await this.calls.relay(exchange, {
        call: this.#callOf(exchange, path, method, body, ask),
        pool: this.pools.of(kind),
        model: ask.model ?? '',
        isModelListed: false,
        isStream: ask.isStream,
        pinnedTo: pin?.keyId,
        // What is only read does not become its reader's.
        onAttempt: (keyId) => (keeper.keyId = owner === undefined && method !== 'POST' ? undefined : keyId),
        watch: keeper,
      });
    } catch (error) {
      // What its own key does not find is gone.
      const isGone =
        error instanceof GatewayError && error.code === 'resource_denied' && error.status === 404;
      if (isGone && owner !== undefined) await this.known.forget(path.name);
      throw error;
    }
  }

  /** Whether everybody may read the collection, because nothing in it is anybody's. */
  async isCatalogue(collection: string): Promise<boolean> {
    return !PRIVATE_COLLECTIONS.has(collection) && !(await this.known.isKnown(collection));
  }

  /** The administrator reaches what was made elsewhere; others only read catalogues. @throws ResourceDeniedError */
  async #admitUnknown(
    { identity, request }: ClientExchange,
    { name, collection }: ResourcePath,
  ): Promise<void> {
    if (identity?.isAdmin) return;
    if (request.method === 'GET' && (await this.isCatalogue(collection))) return;
    throw new ResourceDeniedError(name);
  }

  /** What comes of a resource belongs to the same token. */
  #newOwner(
    { identity }: ClientExchange,
    keyKind: ResourceOwner['keyKind'],
    owner: ResourceOwner | undefined,
  ): Omit<ResourceOwner, 'keyId'> {
    return { keyKind, tokenId: owner?.tokenId ?? identity?.id ?? 0 };
  }

  async #bodyOf(exchange: ClientExchange): Promise<Buffer | undefined> {
    const { method = 'GET', headers } = exchange.request;
    const hasBody = !['GET', 'HEAD'].includes(method) && (headers['content-length'] ?? '') !== '0';
    if (!hasBody) return undefined;
    const body = await this.bodies.read(exchange);
    return body.length === 0 ? undefined : body;
  }

  #callOf(
    { request, query }: ClientExchange,
    { path }: ResourcePath,
    method: string,
    body: Buffer | undefined,
    { prefix, model, isStream, isDownload }: ResourceAsk,
  ): UpstreamCall {
    const { range } = request.headers;
    const headers = forwardedHeaders(request.headers);
    return {
      method,
      path: `${prefix}/${path}${forwardedQuery(query)}`,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
        ...(isDownload && range !== undefined && { range }),
      },
      body,
      replyForm: isStream || isDownload ? 'opaque' : 'unary',
      scope: model || RESOURCE_SCOPE,
      expects: isStream || isDownload ? 'anything' : 'json',
    };
  }
}
