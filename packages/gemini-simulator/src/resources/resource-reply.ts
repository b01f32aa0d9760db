import { parseJson } from '../proto/read-body';
import { invalidArgument, jsonReply, pageNotFound, type ApiReply } from '../wire/api-reply';
import { downloadReply } from './files';
import { deniedResource } from './resource-refusals';
import { freshId, type ResourceStore } from './resource-store';

/** A call about what a project keeps. */
export interface ResourceRequest {
  readonly method: string;
  /** `files/x`, or `files` for all of them. */
  readonly name: string;
  readonly verb: string | undefined;
  readonly query: URLSearchParams;
  readonly project: string;
  readonly body: Buffer;
}

const COLLECTIONS = [
  'files',
  'cachedContents',
  'batches',
  'operations',
  'tunedModels',
  'fileSearchStores',
  'interactions',
  'auth_tokens',
  'agents',
  'webhooks',
];

/** What every project may read and none owns. */
const CATALOGUES: Readonly<Record<string, readonly string[]>> = { voices: ['voices/Kore', 'voices/Puck'] };

const PAGE_SIZE = 50;

export function resourceReply(request: ResourceRequest, store: ResourceStore): ApiReply {
  const { method, name, verb, project, query } = request;
  const collection = name.split('/')[0]!;
  const catalogue = CATALOGUES[collection];
  if (catalogue !== undefined && method === 'GET') return catalogueReply(name, collection, catalogue);
  if (!COLLECTIONS.includes(collection) && collection !== 'models') return pageNotFound();
  const isCollection = name.split('/').length % 2 === 1;
  if (isCollection && method === 'GET') return listReply(request, store);
  if (isCollection && method === 'POST' && verb === undefined && !name.includes('/'))
    return createReply(request, store);
  const owned = name.replace(/\/cancel$/, '');
  const found = store.find(project, owned);
  if (found === undefined) return deniedResource(owned);
  if (verb === 'download' || query.get('alt') === 'media') return downloadReply(found, query.get('alt'));
  if (method === 'DELETE') {
    store.remove(owned);
    return jsonReply(200, {});
  }
  if (method === 'PATCH') found.body = { ...found.body, ...(parseJson(request.body) as object) };
  if (method === 'POST') return actReply(owned, verb, found.project, store);
  if (method === 'GET' && found.next !== undefined) {
    found.body = found.next;
    found.next = undefined;
  }
  return jsonReply(200, found.body);
}

function listReply({ name, project, query }: ResourceRequest, store: ResourceStore): ApiReply {
  const parent = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : undefined;
  if (parent !== undefined && store.find(project, parent) === undefined) return deniedResource(parent);
  const all = store.list(project, name).map(({ body }) => body);
  const start = Number(query.get('pageToken') ?? 0);
  const end = start + Number(query.get('pageSize') ?? PAGE_SIZE);
  const field = name === 'batches' ? 'operations' : name.slice(name.lastIndexOf('/') + 1);
  return jsonReply(200, {
    [field]: all.slice(start, end),
    ...(end < all.length && { nextPageToken: String(end) }),
  });
}

function createReply({ name: collection, project, body }: ResourceRequest, store: ResourceStore): ApiReply {
  const given = (parseJson(body) ?? {}) as Record<string, unknown>;
  const id = collection === 'auth_tokens' ? freshId() + freshId() : freshId();
  const name = `${collection}/${id}`;
  const createTime = new Date().toISOString();
  if (collection === 'cachedContents') {
    if (given.model === undefined)
      return invalidArgument('* CreateCachedContentRequest.model: model is required');
    const ttlS = Number(/^(\d+)/.exec(String(given.ttl ?? '3600s'))?.[1] ?? 3600);
    const expireTime = given.expireTime ?? new Date(Date.now() + ttlS * 1000).toISOString();
    const cache = {
      name,
      model: given.model,
      displayName: given.displayName,
      createTime,
      updateTime: createTime,
      expireTime,
    };
    store.add({ name, project, body: cache });
    return jsonReply(200, cache);
  }
  if (collection === 'tunedModels') {
    store.add({ name, project, body: { ...given, name, state: 'ACTIVE', createTime } });
    const operation = { name: `${name}/operations/${freshId()}`, metadata: { tunedModel: name } };
    store.add({ name: operation.name, project, body: { ...operation, done: true } });
    return jsonReply(200, operation);
  }
  if (collection === 'files') {
    const file = { ...(given.file as object | undefined), name, state: 'PROCESSING', createTime };
    store.add({ name, project, body: file });
    return jsonReply(200, { file });
  }
  // What is newer is named by its id.
  const isById = collection === 'agents' || collection === 'webhooks';
  const made = isById ? { ...given, id, createTime } : { ...given, name, createTime };
  store.add({ name, project, body: made });
  return jsonReply(200, made);
}

function actReply(name: string, verb: string | undefined, project: string, store: ResourceStore): ApiReply {
  if (verb !== 'importFile') return jsonReply(200, {});
  const operation = { name: `${name}/operations/${freshId()}`, done: true };
  store.add({ name: operation.name, project, body: operation });
  return jsonReply(200, operation);
}

function catalogueReply(name: string, collection: string, items: readonly string[]): ApiReply {
  if (name === collection) return jsonReply(200, { [collection]: items.map((item) => ({ name: item })) });
  return items.includes(name) ? jsonReply(200, { name }) : deniedResource(name);
}
