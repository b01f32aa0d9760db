import { Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { NotFoundError } from '../../core/gateway-error';
import { LOCAL_PATH } from '../../core/uploads/hosts/local.host';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { LocalPictures } from './local-pictures';

/** A file never changes, and a browser must not take it for anything but a picture. */
const HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
};

/** Serves the pictures that are kept on this machine. Their names are what protects them. */
@ClientRoutes()
@Injectable()
export class LocalPicturesRoutes implements ClientRouteSource {
  constructor(private readonly pictures: LocalPictures) {}

  routes(): ClientRoute[] {
    return [
      {
        method: 'GET',
        path: `${LOCAL_PATH}/*`,
        protocol: 'openai-chat',
        auth: 'none',
        summary: 'A picture that is kept on this machine',
        isReported: false,
        handle: (exchange) => this.#serve(exchange),
      },
    ];
  }

  async #serve(exchange: ClientExchange): Promise<void> {
    const found = await this.pictures.find(exchange.tail);
    if (found === undefined) throw new NotFoundError('There is no such picture.');
    const { path, mimeType: contentType } = found;
    exchange.writeHead(200, {
      ...HEADERS,
      'content-type': contentType,
      'content-length': String(found.bytes),
      ...(contentType.startsWith('image/') ? {} : { 'content-disposition': 'attachment' }),
    });
    // A client that leaves ends the reading.
    await pipeline(createReadStream(path), exchange.response).catch(() => undefined);
  }
}
