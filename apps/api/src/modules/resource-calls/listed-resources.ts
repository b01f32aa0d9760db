import { InvalidRequestError } from '../../core/gateway-error';
import type { Dispatcher } from '../../core/gateway/dispatch/dispatcher';
import { CollectedReply } from '../../core/gateway/sinks/collected-reply';
import { inParallel } from '../../core/in-parallel';
import { isJsonObject } from '../../core/json-object';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { KeyPools } from '../keys/key-pools';
import type { KnownResources } from '../resources/known-resources';
import type { ResourcePins } from '../resources/resource-pins';
import type { StoredResource } from '../resources/stored-resource';
import { namedInReply } from './named-in-reply';
import { RESOURCE_SCOPE } from './resource-calls';

const DEFAULT_PAGE_SIZE = 10;
const LARGEST_PAGE_SIZE = 100;
const AT_ONCE = 8;

/** Lists of these are called otherwise than the collection. */
const LIST_FIELDS: Readonly<Record<string, string>> = { batches: 'operations' };

/**
 * Lists what a client has made, over all keys, the newest first. A file is told as upstream last told it; what changes by
 * itself is asked for anew, each of its own key.
 */
export class ListedResources {
  constructor(
    private readonly known: KnownResources,
    private readonly pins: ResourcePins,
    private readonly dispatcher: Pick<Dispatcher, 'dispatch'>,
    private readonly pools: KeyPools,
  ) {}

  /** @throws InvalidRequestError, ResourceStoreError */
  async list(exchange: ClientExchange, version: string, collection: string): Promise<void> {
    const size = pageSize(exchange.query?.get('pageSize') ?? exchange.query?.get('page_size'));
    const beforeId = pageToken(exchange.query?.get('pageToken') ?? exchange.query?.get('page_token'));
    const tokenId = this.pins.viewOf(exchange.identity);
    const rows = await this.known.list({ collection, tokenId, beforeId, limit: size + 1 });
    const page = rows.slice(0, size);
    const items: unknown[] = [];
    await inParallel(AT_ONCE, page.entries(), exchange.clientLeft.signal, async ([index, row]) => {
      items[index] = await this.#told(exchange, version, row);
    });
    const last = rows.length > size ? page.at(-1) : undefined;
    exchange.sendJson({
      [LIST_FIELDS[collection] ?? collection]: items.filter((item) => item !== undefined),
      ...(last !== undefined && { nextPageToken: String(last.id) }),
    });
  }

  /** As upstream tells it; as it was told last where its key cannot be asked; undefined where it is gone. */
  async #told(exchange: ClientExchange, version: string, row: StoredResource): Promise<unknown> {
    const { keyKind, keyId, tokenId, name, body } = row;
    const pool = this.pools.of(keyKind);
    if (name === '' || pool.stateOf(keyId) === undefined) return undefined;
    if (isJsonObject(body) && body.state !== 'PROCESSING') return body;
    const sink = new CollectedReply();
    const { fault } = await this.dispatcher.dispatch({
      requestId: exchange.requestId,
      startedAtMs: exchange.startedAtMs,
      cancellation: exchange.clientLeft,
      call: {
        method: 'GET',
        path: `/${version}/${name.split('/').map(encodeURIComponent).join('/')}`,
        headers: {},
        body: undefined,
        replyForm: 'unary',
        scope: RESOURCE_SCOPE,
        expects: 'json',
      },
      model: '',
      pool,
      pinnedTo: keyId,
      sink,
      isModelListed: false,
    });
    if (fault?.code === 'resource_denied') return void (await this.known.forget(name));
    const told = fault === undefined ? parsed(sink.body) : undefined;
    await this.known.keep(
      namedInReply({ name }, told).map((named) => ({ ...named, keyKind, keyId, tokenId })),
    );
    return told ?? body ?? { name };
  }
}

function pageSize(text: string | null | undefined): number {
  const size = wholeNumber(text, 'pageSize') || DEFAULT_PAGE_SIZE;
  return Math.min(size, LARGEST_PAGE_SIZE);
}

function pageToken(text: string | null | undefined): number | undefined {
  return wholeNumber(text, 'pageToken') || undefined;
}

function wholeNumber(text: string | null | undefined, field: string): number {
  if (text == null || text === '') return 0;
  if (!/^\d{1,15}$/.test(text))
    throw new InvalidRequestError(`${field} has to be a whole number.`, { field });
  return Number(text);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
