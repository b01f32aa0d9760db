import { setTimeout as passed } from 'node:timers/promises';
import { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { chanceFor, wholeNumber } from '../chance';
import { aServedLoad, isServed } from './served-load';
import { type Store, stores } from './stores';

const KEYS = 40;
/** What is older than this, a killed process has stored. */
const HOLD_AGE_MS = 1_000;
const LOG_AGE_MS = 2_000;

const random = chanceFor('killed');

describe.each(stores())('on %s', (_, start) => {
  let store: Store;
  let rig: GatewayRig;
  beforeEach(async () => {
    store = await start();
    rig = await GatewayRig.start({ env: store.env });
    await rig.addKeys(KEYS);
  });
  afterEach(async () => {
    await rig.close();
    await store.discard();
  });

  it.each([1, 2, 3])(
    'killed under load (%i): keys, settings, holds older than a second and log rows older than two are intact',
    async () => {
      const model = rig.freshModel();
      const spent = rig.freshModel();
      const load = aServedLoad(rig, model);
      await load.reached(wholeNumber(50, 200, random));
      await rig.admin('PATCH', '/api/settings', { set: { MAX_RETRIES: 5 } });
      rig.simulator.on({ model: spent }).times(3).fail('429-per-day');
      await (await rig.generate(spent)).text();
      await passed(Math.max(HOLD_AGE_MS, LOG_AGE_MS) + wholeNumber(0, 1_500, random));
      await load.reached(load.answers.length + 20);

      const killedAtMs = Date.now();
      await rig.gateway.stop('SIGKILL');
      await load.stop();
      expect(await store.faults(rig.gateway.dataDir)).toEqual([]);

      const due = load.answers.filter(
        (answer) => isServed(answer) && answer.endedAtMs < killedAtMs - LOG_AGE_MS,
      ).length;
      const [{ stored } = { stored: 0 }] = await store.rows<{ stored: number }>(
        rig.gateway.dataDir,
        'SELECT COUNT(*) AS stored FROM request_logs WHERE model = ? AND status = 200',
        [model],
      );
      expect(due).toBeGreaterThan(0);
      expect(stored).toBeGreaterThanOrEqual(due);

      rig.gateway = await rig.gateway.restart();
      const keys = await rig.keys();
      expect(keys).toEqual(Array(KEYS).fill(expect.objectContaining({ state: 'ready', inFlight: 0 })));
      expect(keys.flatMap(({ holds }) => holds)).toEqual(
        Array(3).fill(expect.objectContaining({ scope: spent, reason: 'quota_exhausted' })),
      );
      const { settings } = await rig.admin<{ settings: { name: string; value: unknown }[] }>(
        'GET',
        '/api/settings',
      );
      expect(settings.find(({ name }) => name === 'MAX_RETRIES')?.value).toBe(5);
      expect((await rig.generate(model)).status).toBe(200);
    },
  );
});
