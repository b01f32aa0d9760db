import { setTimeout as passed } from 'node:timers/promises';
import { inParallel } from '../support/in-parallel';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { MAX_RETRIES: '0' } });
});
afterAll(() => rig.close());
afterEach(() => rig.reset());

const unharmed = { state: 'ready', failures: 0, holds: [] };
const keysAsked = (model: string): (string | undefined)[] => rig.callsFor(model).map(({ key }) => key);
const statusOf = async (model: string): Promise<number> => {
  const response = await rig.generate(model);
  await response.arrayBuffer();
  return response.status;
};

describe('the turns of the keys', () => {
  it('go round, and begin with the next call after a key was added', async () => {
    await rig.addKeys(3);
    const model = rig.freshModel();
    for (let n = 0; n < 9; n++) expect(await statusOf(model)).toBe(200);
    const asked = keysAsked(model);
    expect(new Set(asked.slice(0, 3)).size).toBe(3);
    expect(asked.slice(3)).toEqual([...asked.slice(0, 3), ...asked.slice(0, 3)]);

    const [added] = await rig.addKeys(1);
    for (let n = 0; n < 4; n++) await statusOf(model);
    expect(keysAsked(model).slice(9)).toContain(added);
  });

  it('come as often as the weight says', async () => {
    const [, heavy] = await rig.addKeys(2);
    const { id } = (await rig.keys())[1]!;
    await rig.admin('PATCH', `/api/keys/${id}`, { weight: 3 });
    const model = rig.freshModel();
    for (let n = 0; n < 8; n++) await statusOf(model);
    expect(keysAsked(model).filter((key) => key === heavy)).toHaveLength(6);
  });

  it('leave out a key that is switched off, and come back to it', async () => {
    const [off, on] = await rig.addKeys(2);
    const { id } = (await rig.keys())[0]!;
    await rig.admin('PATCH', `/api/keys/${id}`, { isEnabled: false });
    const model = rig.freshModel();
    for (let n = 0; n < 4; n++) await statusOf(model);
    expect(keysAsked(model)).toEqual([on, on, on, on]);

    await rig.admin('PATCH', `/api/keys/${id}`, { isEnabled: true });
    for (let n = 0; n < 2; n++) await statusOf(model);
    expect(keysAsked(model)).toContain(off);
  });

  it('are nobody’s where no key is there, or each is switched off', async () => {
    const model = rig.freshModel();
    expect(await statusOf(model)).toBe(503);
    await rig.addKeys(2);
    await rig.admin('POST', '/api/keys/disable', { ids: await rig.keyIds() });
    expect(await statusOf(model)).toBe(503);
    expect(rig.callsFor(model)).toEqual([]);
  });
});

describe('limits', () => {
  it('that every key has reached cost no further call, and name the least wait', async () => {
    const [soon, late] = await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model, key: soon }).fail('429-per-minute-new-wording');
    rig.simulator.on({ model, key: late }).fail('429-per-minute');
    for (const calls of [2, 2, 2]) {
      const response = await rig.generate(model);
      const waitS = Number(response.headers.get('retry-after'));
      expect([response.status, response.headers.get('x-should-retry')]).toEqual([429, null]);
      expect(waitS).toBeGreaterThan(0);
      expect(waitS).toBeLessThanOrEqual(12);
      expect(rig.callsFor(model)).toHaveLength(calls);
    }
    expect((await rig.keys()).map(({ state, failures }) => [state, failures])).toEqual([
      ['ready', 0],
      ['ready', 0],
    ]);
  });

  it('of minutes end unaided, when the client was told', async () => {
    await rig.addKeys(3);
    const model = rig.freshModel();
    const recover = rig.simulator.on({ model }).fail('429-per-minute-paid');
    const refused = await rig.generate(model);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    recover();
    await passed(1_000);
    expect(await statusOf(model)).toBe(200);
    expect(await rig.keys()).toEqual(Array(3).fill(expect.objectContaining({ state: 'ready', failures: 0 })));
  });

  it('of a day tell clients not to try again soon, and rest the key for that model alone', async () => {
    await rig.addKeys(1);
    const [spent, other] = [rig.freshModel(), rig.freshModel()];
    rig.simulator.on({ model: spent }).fail('429-per-day');
    const refused = await rig.generate(spent);
    expect([refused.status, refused.headers.get('x-should-retry')]).toEqual([429, 'false']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(await statusOf(other)).toBe(200);
  });

  it('of a project are shared by its keys', async () => {
    const keys = await rig.addKeys(3);
    const [first, second] = await rig.keys();
    for (const key of [first!, second!])
      await rig.admin('PATCH', `/api/keys/${key.id}`, { project: `project-of-${first!.id}` });
    const model = rig.freshModel();
    rig.simulator.on({ model, key: keys[0] }).fail('429-per-minute');
    rig.simulator.on({ model, key: keys[1] }).fail('429-per-minute');
    for (let n = 0; n < 6; n++) expect(await statusOf(model)).toBe(200);
    const refused = keysAsked(model).filter((key) => key !== keys[2]);
    expect(refused).toHaveLength(1);
  });

  it('met by many calls at once are no storm', async () => {
    const CALLS = 50;
    await rig.addKeysOf([{ quotas: { '*': { rpm: 1 } } }]);
    const model = rig.freshModel();
    const statuses = await inParallel(CALLS, CALLS, () => statusOf(model));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 429)).toHaveLength(CALLS - 1);
    const calls = rig.callsFor(model).length;
    expect(calls).toBeLessThanOrEqual(CALLS);

    const later = await inParallel(CALLS, CALLS, () => rig.generate(model));
    expect(later.map(({ status }) => status)).toEqual(Array(CALLS).fill(429));
    expect(rig.callsFor(model)).toHaveLength(calls);
    for (const { headers } of later) expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });
});

describe('the health of a key', () => {
  it('does not suffer from failures of others, with successes between', async () => {
    await rig.addKeys(1);
    const model = rig.freshModel();
    const faults = ['500-internal', '503-overloaded', '504-deadline', '502-html', '500-empty'];
    for (const fault of [...faults, ...faults]) {
      rig.simulator.on({ model }).once().fail(fault);
      expect(await statusOf(model)).toBeGreaterThanOrEqual(500);
      expect(await statusOf(model)).toBe(200);
    }
    expect(await rig.keys()).toEqual([expect.objectContaining(unharmed)]);
  });

  it('does not suffer from a thousand bad requests', async () => {
    await rig.addKeys(3);
    const model = rig.freshModel();
    rig.simulator.on({ model }).fail('400-invalid-schema');
    const statuses = await inParallel(1_000, 20, () => statusOf(model));
    expect(new Set(statuses)).toEqual(new Set([400]));
    expect(rig.callsFor(model)).toHaveLength(1_000);
    expect(await rig.keys()).toEqual(Array(3).fill(expect.objectContaining(unharmed)));
  });

  it.each([
    ['a method that the model lacks', '/v1beta/models/MODEL:embedContent'],
    ['a version of the API that lacks the model', '/v1/models/MODEL:generateContent'],
  ])('does not suffer from calls of %s', async (_, path) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    await (await fetch(`${rig.gateway.url}/v1beta/models?key=${CLIENT_TOKEN}`)).arrayBuffer();
    rig.simulator.on({ path: path.replace('MODEL', model) }).fail('404-model-not-found');
    for (let n = 0; n < 6; n++) {
      const content = { ...HELLO, content: HELLO.contents[0] };
      expect((await rig.post(path.replace('MODEL', model), content)).status).toBe(404);
    }
    expect(await rig.keys()).toEqual(Array(2).fill(expect.objectContaining(unharmed)));
    expect(await statusOf(model)).toBe(200);
  });

  it.each([
    ['invalid', 'invalid'],
    ['leaked', 'invalid'],
    ['wrong_type', 'resting'],
    ['service_disabled', 'resting'],
    ['no_credits', 'resting'],
  ] as const)('of a key that is %s is %s, and the others carry on', async (health, state) => {
    const [bad] = await rig.addKeysOf([{ health }, {}]);
    const model = rig.freshModel();
    for (let n = 0; n < 6; n++) expect(await statusOf(model)).toBe(200);
    expect(keysAsked(model).filter((key) => key === bad)).toHaveLength(1);
    expect((await rig.keys()).map((key) => key.state)).toEqual([state, 'ready']);
  });

  it('comes back when an administrator says so', async () => {
    const [key] = await rig.addKeysOf([{ health: 'service_disabled' }]);
    const model = rig.freshModel();
    expect(await statusOf(model)).toBe(503);
    rig.simulator.setHealth(key!, 'good');
    expect(await statusOf(model)).toBe(503);
    await rig.admin('POST', '/api/keys/reset', { ids: await rig.keyIds() });
    expect(await statusOf(model)).toBe(200);
  });
});
