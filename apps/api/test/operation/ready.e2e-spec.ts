import { simulatedKey } from '@gemini-balance/gemini-simulator';
import { isMariadbInstalled } from '../../src/database/testing/mariadb-server';
import { testDatabases } from '../../src/database/testing/test-databases';
import { discard, type GatewayProcess, startGateway } from '../support/processes/gateway-process';
import { MariadbProcess } from '../support/processes/mariadb-process';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

const ready = (url: string, init?: RequestInit): Promise<Response> => fetch(`${url}/ready`, init);
const problemsOf = async (url: string): Promise<unknown> => (await ready(url)).json();
/** Asks until that is the answer. */
const untilIs = (url: string, status: number): Promise<Response> =>
  until(async () => {
    const response = await ready(url);
    return response.status === status ? response : undefined;
  });

describe('a gateway', () => {
  let rig: GatewayRig;
  beforeAll(async () => {
    rig = await GatewayRig.start({ env: { DRAIN_DELAY_SECONDS: '6' } });
  });
  afterAll(() => rig?.close());

  it('is not ready while it has no key, and says so without a number', async () => {
    const response = await ready(rig.gateway.url);
    expect(response.status).toBe(503);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ status: 'unavailable', problems: { keys: 'No key is ready.' } });
  });

  it('is ready with a key, and takes no credential for the answer', async () => {
    await rig.addKeys(1);
    const response = await ready(rig.gateway.url);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it.each(['/ready', '/health'])('answers probes that want %s without a body', async (path) => {
    const response = await fetch(rig.gateway.url + path, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('logs and counts no probe', async () => {
    await ready(rig.gateway.url);
    const { items } = await rig.admin<{ items: unknown[] }>('GET', '/api/logs/requests');
    expect(items).toEqual([]);
  });

  it('asked to stop, says so while it still serves for the time of notice', async () => {
    const stopped = rig.gateway.stop('SIGTERM');
    const response = await untilIs(rig.gateway.url, 503);
    expect(await response.json()).toEqual({
      status: 'unavailable',
      problems: { draining: 'The gateway is stopping.' },
    });
    expect((await rig.generate(rig.freshModel())).status).toBe(200);
    expect(await stopped).toBe(0);
  });
});

testDatabases();
const describeHere = isMariadbInstalled() ? describe : describe.skip;

describeHere('a gateway on MySQL', () => {
  let database: MariadbProcess;
  let gateway: GatewayProcess;
  beforeAll(async () => {
    database = await MariadbProcess.start();
    gateway = await startGateway({ ...database.env, API_KEYS: simulatedKey('one') });
  });
  afterAll(async () => {
    await discard(gateway);
    await database?.discard();
  });

  it('is not ready while the database is away, and is again once it is back', async () => {
    await untilIs(gateway.url, 200);
    await database.goAway();
    await untilIs(gateway.url, 503);
    expect(await problemsOf(gateway.url)).toEqual({
      status: 'unavailable',
      problems: { database: 'The database does not answer.' },
    });
    await database.comeBack();
    await untilIs(gateway.url, 200);
  });
});
