import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type AdminHttpOptions, setUpAdminHttp } from '../admin-http';

export interface RunningAdminApp {
  readonly app: NestExpressApplication;
  /** `http://127.0.0.1:port` */
  readonly url: string;
}

/** Serves a module over real HTTP on a free loopback port, set up as the server is. */
export async function listenAdminApp(
  module: Type | DynamicModule,
  options: AdminHttpOptions = { trustedProxies: [] },
): Promise<RunningAdminApp> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  setUpAdminHttp(app, options);
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl() };
}
