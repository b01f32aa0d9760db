import { Injectable } from '@nestjs/common';
import { UnknownPathError } from '../../core/gateway-error';
import { forwardedQuery } from '../../core/gemini/native/forwarded-request';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { NATIVE_PREFIXES } from '../../http/routing/native-prefixes';
import { RequestBodies } from '../gateway/request-bodies';
import { ListedResources } from '../resource-calls/listed-resources';
import { ResourceCalls } from '../resource-calls/resource-calls';
import { parseResourcePath } from '../resource-calls/resource-path';
import { ResourceDeniedError } from '../resources/resource-errors';
import { ResourcePins } from '../resources/resource-pins';
import { UploadBytes } from './upload-bytes';
import { uploadRequestHeaders } from './upload-headers';
import { UploadStarts } from './upload-starts';
import { parseUploadTail, type UploadTarget } from './upload-target';

const UPLOAD_PREFIXES = ['/upload', '/gemini/upload'];

/** An upload in one request that is no longer than this is held, so that another key can be tried. */
const LARGEST_HELD_BYTES = 8 * 1024 * 1024;

/** Uploads in every form, and the list of what was uploaded. */
@ClientRoutes()
@Injectable()
export class FilesRoutes implements ClientRouteSource {
  constructor(
    private readonly starts: UploadStarts,
    private readonly bytes: UploadBytes,
    private readonly bodies: RequestBodies,
    private readonly pins: ResourcePins,
    private readonly lists: ListedResources,
    private readonly resources: ResourceCalls,
  ) {}

  routes(): ClientRoute[] {
    return [
      ...UPLOAD_PREFIXES.map((prefix): ClientRoute => ({
        method: '*',
        path: `${prefix}/*`,
        protocol: 'gemini',
        auth: 'upload-id',
        summary: 'Uploads a file, whole or in pieces',
        handle: (exchange) => this.#upload(exchange),
      })),
      ...NATIVE_PREFIXES.flatMap(([prefix, version]): ClientRoute[] => [
        {
          method: 'GET',
          path: `${prefix}/files`,
          protocol: prefix === '/v1' ? 'detect' : 'gemini',
          auth: 'client',
          summary: 'The files that the client has uploaded, over all keys',
          handle: (exchange) => this.lists.list(geminiOnly(exchange), version, 'files'),
        },
        {
          method: 'POST',
          path: `${prefix}/files`,
          protocol: prefix === '/v1' ? 'detect' : 'gemini',
          auth: 'client',
          summary: 'Uploads a file in one request, or names one without its bytes',
          handle: (exchange) => this.#post(geminiOnly(exchange), version),
        },
      ]),
    ];
  }

  async #upload(exchange: ClientExchange): Promise<void> {
    const uploadId = exchange.query?.get('upload_id');
    if (uploadId != null) return this.bytes.go(exchange, uploadId);
    const target = parseUploadTail(exchange.tail, forwardedQuery(exchange.query));
    const { method = '' } = exchange.request;
    if (target === undefined || !['POST', 'PUT'].includes(method))
      throw new UnknownPathError('Uploads begin with POST /upload/v1beta/files.');
    const { identity } = exchange;
    const isFiles = target.collection === 'files';
    const owner = isFiles ? undefined : await this.pins.ownerOf(identity, target.collection);
    if (!isFiles && owner === undefined && !identity?.isAdmin)
      throw new ResourceDeniedError(target.collection);
    return this.#begin(exchange, { ...target, owner });
  }

  /** `POST /v1beta/files` is meant for metadata; clients send bytes there as well. */
  #post(exchange: ClientExchange, version: string): Promise<void> {
    const type = exchange.request.headers['content-type'] ?? 'application/json';
    const isUpload = protocolOf(exchange) !== undefined || !/^application\/json\b/i.test(type);
    if (!isUpload)
      return this.resources.relay(exchange, parseResourcePath('files'), { prefix: `/${version}` });
    const path = `/upload/${version}/files${forwardedQuery(exchange.query)}`;
    return this.#begin(exchange, { path, collection: 'files', owner: undefined });
  }

  async #begin(exchange: ClientExchange, target: UploadTarget): Promise<void> {
    const { headers, method = 'POST' } = exchange.request;
    if (protocolOf(exchange) === 'resumable') return this.starts.start(exchange, target);
    const isMultipart = /^multipart\//i.test(headers['content-type'] ?? '');
    const forwarded = uploadRequestHeaders(headers);
    if (protocolOf(exchange) === undefined)
      forwarded['x-goog-upload-protocol'] = isMultipart ? 'multipart' : 'raw';
    const lengthBytes = Number(headers['content-length'] ?? Infinity);
    if (!(lengthBytes <= LARGEST_HELD_BYTES)) return this.bytes.whole(exchange, target, forwarded);
    const body = await this.bodies.read(exchange);
    const call = { method, path: target.path, headers: forwarded, body };
    const { reply, keyId } = await this.starts.send(exchange, call, target.owner);
    const keyKind = target.owner?.keyKind ?? 'gemini';
    await this.bytes.answer(exchange, reply, target.collection, {
      keyKind,
      keyId,
      tokenId: exchange.identity?.id ?? 0,
    });
  }
}

/** How a client uploads: `resumable`, `multipart`, `raw`; undefined where it does not say. */
function protocolOf({ request, query }: ClientExchange): string | undefined {
  const header = request.headers['x-goog-upload-protocol'];
  return (typeof header === 'string' ? header : query?.get('uploadType'))?.toLowerCase();
}

/** Files of other dialects are none of Gemini's. @throws UnknownPathError */
function geminiOnly(exchange: ClientExchange): ClientExchange {
  if (exchange.protocol === 'gemini') return exchange;
  throw new UnknownPathError(
    `This gateway has no ${exchange.request.method} ${exchange.routePath} for this protocol.`,
  );
}
