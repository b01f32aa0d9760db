import { setTimeout as passed } from 'node:timers/promises';
import { inParallel } from '../support/in-parallel';
import { GatewayRig } from '../support/rigs/gateway-rig';

/** A killed process may lose what is younger. */
const SAFE_AGE_MS = 1_000;

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { MAX_FAILURES: '1', MAX_RETRIES: '0' } });
});
afterAll(() => rig.close());
afterEach(() => rig.reset());

/** A dead key, one that has failed too often, one switched off, one spent for the day, one in its project and a good one. */
async function aPoolWithAPast(): Promise<{ model: string; good: string }> {
  const keys = await rig.addKeysOf([{ health: 'leaked' }, { health: 'wrong_type' }, {}, {}, {}, {}]);
  const ids = await rig.keyIds();
  const model = rig.freshModel();
  await rig.admin('PATCH', `/api/keys/${ids[2]}`, { isEnabled: false, note: 'not this one' });
  for (const id of ids.slice(3, 5)) await rig.admin('PATCH', `/api/keys/${id}`, { project: `p${ids[0]}` });
  for (const key of keys.slice(3, 5)) rig.simulator.on({ model, key }).fail('429-per-day');
  await rig.admin('PATCH', `/api/keys/${ids[5]}`, { weight: 7 });
  await inParallel(12, 1, () => rig.generate(model));
  rig.simulator.forgetRequests();
  return { model, good: keys[5]! };
}

const PAST = [
  { state: 'invalid', holds: [{ scope: '*', reason: 'leaked_key' }] },
  {
    state: 'invalid',
    failures: 1,
    holds: expect.arrayContaining([{ scope: '*', reason: 'too_many_failures' }]),
  },
  { state: 'disabled', note: 'not this one' },
  {
    state: 'ready',
    holds: [{ reason: 'quota_exhausted', scope: expect.any(String), untilMs: expect.any(Number) }],
  },
  {
    state: 'ready',
    holds: [{ reason: 'quota_exhausted', scope: expect.any(String), untilMs: expect.any(Number) }],
  },
  { state: 'ready', weight: 7, holds: [] },
];

it.each<[string, () => Promise<void>]>([
  ['a restart', async () => void (rig.gateway = await rig.gateway.restart())],
  [
    'a kill',
    async () => {
      await passed(SAFE_AGE_MS);
      await rig.gateway.stop('SIGKILL');
      rig.gateway = await rig.gateway.restart();
    },
  ],
])('what keys rest for survives %s, and only the good key is asked', async (_, startAgain) => {
  const { model, good } = await aPoolWithAPast();
  const before = await rig.keys();
  expect(before).toMatchObject(PAST);

  await startAgain();
  const after = await rig.keys();
  expect(after).toMatchObject(PAST);
  expect(after.map(({ holds }) => holds)).toEqual(before.map(({ holds }) => holds));
  await inParallel(8, 1, () => rig.generate(model));
  expect(new Set(rig.callsFor(model).map(({ key }) => key))).toEqual(new Set([good]));
});
