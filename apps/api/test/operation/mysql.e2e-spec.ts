import { type Simulator, simulatedKey, startSimulator } from '@gemini-balance/gemini-simulator';
import { setTimeout } from 'node:timers/promises';
import { isMariadbInstalled } from '../../src/database/testing/mariadb-server';
import { testDatabases } from '../../src/database/testing/test-databases';
import {
  ADMIN_TOKEN,
  CLIENT_TOKEN,
  discard,
  type GatewayProcess,
  startGateway,
} from '../support/processes/gateway-process';
import { MariadbProcess } from '../support/processes/mariadb-process';
import { HELLO } from '../support/rigs/gateway-rig';

const MODEL = 'gemini-3.8-flash';

// Where no server is installed the summary of `npm test` says so.
testDatabases();
const describeHere = isMariadbInstalled() ? describe : describe.skip;

describeHere('two gateways on one MySQL', () => {
  let database: MariadbProcess;
  let simulator: Simulator;
  let gateways: GatewayProcess[];

  beforeAll(async () => {
    database = await MariadbProcess.start();
    simulator = await startSimulator({ keys: 'any' });
    const env = { BASE_URL: `${simulator.url}/v1beta`, ...database.env };
    gateways = [await startGateway(env)];
    // Secrets in the database are sealed with one key.
    gateways.push(await startGateway(env, gateways[0]!.dataDir));
  });
  afterAll(async () => {
    for (const gateway of gateways ?? []) await discard(gateway);
    await simulator?.close();
    await database?.discard();
  });

  const call = (at: number): Promise<Response> =>
    fetch(`${gateways[at]!.url}/v1beta/models/${MODEL}:generateContent`, {
      method: 'POST',
      headers: { 'x-goog-api-key': CLIENT_TOKEN, 'content-type': 'application/json' },
      body: JSON.stringify(HELLO),
    });
  const admin = async (at: number, method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(gateways[at]!.url + path, {
      method,
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    return response.json();
  };
  const calls = async (at: number, count: number): Promise<number[]> =>
    Promise.all(Array.from({ length: count }, async () => (await call(at)).status));

  it('serve with a key within two seconds that was given to the other one', async () => {
    expect((await call(1)).status).toBe(503);
    await admin(0, 'POST', '/api/keys/import', { text: simulatedKey('one') });
    const startedAtMs = performance.now();
    while ((await call(1)).status !== 200) {
      expect(performance.now() - startedAtMs).toBeLessThan(60_000);
      await setTimeout(50);
    }
  });

  it('follow a setting that was changed in the other one', async () => {
    await admin(0, 'PATCH', '/api/settings', { set: { FILTERED_MODELS: [MODEL] } });
    while ((await call(1)).status !== 403) await setTimeout(50);
    await admin(1, 'PATCH', '/api/settings', { reset: ['FILTERED_MODELS'] });
    while ((await call(0)).status !== 200) await setTimeout(50);
  });

  it('go on answering clients while the database is away, and keep what happened', async () => {
    const logged = async (): Promise<number> => {
      const { items } = (await admin(0, 'GET', `/api/logs/requests?limit=200&status=200`)) as {
        items: object[];
      };
      return items.length;
    };
    await calls(0, 5);
    while ((await logged()) < 5) await setTimeout(100);
    const before = await logged();

    await database.goAway();
    expect(await calls(0, 20)).toEqual(Array(20).fill(200));
    expect(await admin(0, 'GET', '/api/logs/requests')).toMatchObject({
      error: { code: 'database_unavailable' },
    });
    expect(await calls(0, 20)).toEqual(Array(20).fill(200));

    await database.comeBack();
    while ((await logged()) < before + 40) await setTimeout(100);
    expect(gateways[0]!.output()).not.toMatch(/Unhandled|went past every guard/);
  });
});
