import type { Server } from 'node:http';
import { systemIds } from '../../modules/runtime/system-ids';
import { GatewayHttpAdapter } from './gateway-http-adapter';

it('gives slow clients half a minute for their headers, and a day for an upload', () => {
  const adapter = new GatewayHttpAdapter(systemIds);
  adapter.initHttpServer({});
  const server = adapter.getHttpServer() as Server;
  expect([server.headersTimeout, server.requestTimeout]).toEqual([30_000, 86_400_000]);
});
