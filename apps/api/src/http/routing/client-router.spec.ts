import { UnauthenticatedError } from '../../core/gateway-error';
import { closedAfterEach } from '../../core/testing/closed-after-each';
import { FakeClock } from '../../core/testing/fake-clock';
import { anHttpServer } from '../../core/testing/local-server';
import type { ClientRoute } from './client-route';
import { ClientRouter, type ClientRouterPorts } from './client-router';
import { RouteTable } from './route-table';

const opened = closedAfterEach();

const models: ClientRoute = {
  method: 'GET',
  path: '/v1/models',
  protocol: 'gemini',
  auth: 'client',
  summary: '',
  handle: (exchange) => exchange.sendJson({}),
};

const health: ClientRoute = { ...models, path: '/health', auth: 'none', isReported: false };

it('reports the requests of clients, and no health probe', async () => {
  const reported: string[] = [];
  const twoReported = new Promise<void>((resolve) => {
    const ports: ClientRouterPorts = {
      clients: { identify: () => ({ id: 1, name: 'client', isAdmin: false }) },
      playground: { admitPlayground: () => Promise.reject(new UnauthenticatedError('')) },
      observer: {
        attemptSettled: () => undefined,
        requestFinished: ({ route }) => void (reported.push(route) === 2 && resolve()),
      },
      clock: new FakeClock(),
      allowedOrigins: () => [],
      tellsTiming: () => false,
      repairsPaths: () => false,
      onMistake: () => undefined,
      onFault: () => undefined,
    };
    const router = new ClientRouter(new RouteTable([models, health]), ports);
    void ask(router, ['/v1/models?key=k', '/health', '/v1/models?key=k']);
  });

  await twoReported;

  expect(reported).toEqual(['/v1/models', '/v1/models']);
});

async function ask(router: ClientRouter, paths: readonly string[]): Promise<void> {
  const { origin } = await opened(
    anHttpServer((request, response) => void router.handle(request, response, 'req_1')),
  );
  for (const path of paths) expect((await fetch(origin + path)).status).toBe(200);
}
