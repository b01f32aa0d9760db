import { Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NotFoundError } from '../../core/gateway-error';
import { SettingsStore } from '../../core/settings/settings-store';
import { LOCAL_PATH } from '../../core/uploads/hosts/local.host';
import type { ClientExchange } from '../../http/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/client-route';
import { ClientRoutes } from '../../http/client-routes.decorator';
import { servedTypeOf } from './picture-types';

/** What names look like that PictureLinks makes: nothing that leads out of the folder. */
const NAME = /^\d{4}\/\d{2}\/\d{2}\/[0-9a-f]{24}\.[a-z]{2,5}$/;

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
  constructor(private readonly store: SettingsStore) {}

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
    const name = exchange.tail;
    const { DATA_DIR, LOCAL_UPLOAD_FOLDER } = this.store.current;
    const path = join(DATA_DIR, LOCAL_UPLOAD_FOLDER, name);
    const found = NAME.test(name) ? await stat(path).catch(() => undefined) : undefined;
    if (found?.isFile() !== true) throw new NotFoundError('There is no such picture.');
    const contentType = servedTypeOf(name);
    exchange.writeHead(200, {
      ...HEADERS,
      'content-type': contentType,
      'content-length': String(found.size),
      ...(contentType.startsWith('image/') ? {} : { 'content-disposition': 'attachment' }),
    });
    // A client that leaves ends the reading.
    await pipeline(createReadStream(path), exchange.response).catch(() => undefined);
  }
}
