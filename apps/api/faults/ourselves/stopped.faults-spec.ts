import { inParallel } from '../../test/support/in-parallel';
import { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { storedRows } from '../../test/support/stored-rows';
import { ask, CLIENT_FORMS } from '../clients/ask';
import { isServed } from './served-load';

const STREAMS = 100;
const EVENTS = 40;
const EVENT_DELAY_MS = 100;

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { DRAIN_SECONDS: '60' } });
  await rig.addKeys(5);
});
afterAll(() => rig.close());

it('told to stop under a hundred streams of all dialects, finishes each of them and writes its log', async () => {
  const model = rig.freshModel();
  rig.simulator.on({ model }).do({ kind: 'pace', events: EVENTS, eventDelayMs: EVENT_DELAY_MS });
  const forms = CLIENT_FORMS.filter(({ isStream }) => isStream);
  const answers = inParallel(STREAMS, STREAMS, (n) => ask(rig.gateway.url, forms[n % forms.length]!, model));
  let begun = 0;
  await rig.simulator.waitForRequest((request) => request.model === model && ++begun === STREAMS);
  const stopped = rig.gateway.stop('SIGTERM');

  expect((await answers).filter((answer) => !isServed(answer))).toEqual([]);
  expect(await stopped).toBe(0);
  const rows = await storedRows(
    rig.gateway.dataDir,
    'SELECT status, errorCode FROM request_logs WHERE model = ?',
    [model],
  );
  expect(rows).toEqual(Array(STREAMS).fill({ status: 200, errorCode: null }));
});
