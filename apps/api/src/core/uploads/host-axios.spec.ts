import { closedAfterEach } from '../testing/closed-after-each';
import { anHttpProxy } from '../testing/local-proxies';
import { anHttpServer } from '../testing/local-server';
import { EgressDispatchers } from '../upstream/egress/egress-dispatchers';
import { hostAxios } from './host-axios';

const closing = closedAfterEach();

it('goes out through the egress proxy', async () => {
  const host = await closing(
    anHttpServer((request, response) => {
      request.resume();
      request.on('end', () => response.end(request.headers['user-agent']));
    }),
  );
  const proxy = await closing(anHttpProxy());
  const settings = {
    proxies: [`http://127.0.0.1:${proxy.port}`],
    fixedPerKey: true,
    connectTimeoutMs: 5_000,
  };
  const egress = await closing(
    Promise.resolve(
      new EgressDispatchers(() => settings, { nowMs: () => 0, sleep: () => Promise.resolve() }),
    ),
  );

  const { data } = await hostAxios(egress).post<string>(`${host.origin}/upload`, Buffer.from('picture'));

  expect(data).toBe('gemini-balance');
  expect(proxy.tunnels).toEqual([`127.0.0.1:${host.port}`]);
});
