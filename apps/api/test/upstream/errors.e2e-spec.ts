import { type ErrorFixture, loadErrorFixtures } from '@gemini-balance/gemini-simulator';
import { rowOf } from '../support/documents/classification-table';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

/** Some fixtures name the refused key, as upstream does. */
const LEAKED_KEY = 'AIzaSyD-this-is-a-made-up-key-00000000000';

const fixtures = loadErrorFixtures().map((fixture) => [fixture.row, fixture.name, fixture] as const);
const retried = fixtures.filter(([, , fixture]) => rowOf(fixture).isRetried);
const final = fixtures.filter(([, , fixture]) => !rowOf(fixture).isRetried);

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { MAX_RETRIES: '1' } });
});
afterAll(() => rig.close());
afterEach(() => rig.reset());

interface ErrorBody {
  readonly error: { readonly code: number; readonly message: string; readonly status: string };
}

async function expectFault(
  response: Response,
  fixture: ErrorFixture,
  keys: readonly string[],
): Promise<void> {
  const { finalStatus, isToldToWait } = rowOf(fixture);
  const text = await response.text();
  expect([response.status, response.headers.get('content-type')]).toEqual([
    finalStatus,
    'application/json; charset=utf-8',
  ]);
  expect((JSON.parse(text) as ErrorBody).error).toMatchObject({
    code: finalStatus,
    message: expect.stringMatching(/\S/),
    status: expect.stringMatching(/^[A-Z_]+$/),
  });
  for (const secret of [...keys, CLIENT_TOKEN, LEAKED_KEY]) expect(text).not.toContain(secret);

  const waitS = Number(response.headers.get('retry-after') ?? 0);
  expect(waitS > 0).toBe(isToldToWait);
  expect(response.headers.get('x-should-retry')).toBe(waitS > 60 ? 'false' : null);
}

it('is tested with errors that name a key', () => {
  expect(
    fixtures.filter(([, , { body }]) => JSON.stringify(body).includes(LEAKED_KEY)).length,
  ).toBeGreaterThan(0);
});

describe('an error in place of an answer', () => {
  it.each(retried)('row %i, %s: the client is spared it while another key is ready', async (_, name) => {
    const keys = await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).once().fail(name);
    const response = await rig.generate(model);
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({ candidates: expect.any(Array) }),
    ]);
    expect(rig.callsFor(model).map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
  });

  it.each(final)('row %i, %s: costs one call and harms no key', async (_, name, fixture) => {
    const keys = await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).fail(name);
    await expectFault(await rig.generate(model), fixture, keys);
    expect(rig.callsFor(model)).toHaveLength(1);
    expect((await rig.keys()).map(({ state, holds, failures }) => [state, holds, failures])).toEqual([
      ['ready', [], 0],
      ['ready', [], 0],
    ]);
  });

  it.each(retried)('row %i, %s: from every key is told in the dialect', async (_, name, fixture) => {
    const keys = await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).fail(name);
    await expectFault(await rig.generate(model), fixture, keys);
    expect(rig.callsFor(model)).toHaveLength(2);
  });
});

describe('an error as the first event of a stream', () => {
  const asEvents = fixtures.filter(([, , { body }]) => typeof body === 'object');
  // Inside a stream nothing but the body tells the status.
  const told = asEvents.filter(([, name]) => name !== '400-string-code');

  it.each(told)('row %i, %s: is treated as in place of an answer', async (_, name, fixture) => {
    const keys = await rig.addKeys(2);
    const model = rig.freshModel();
    const takeBack = rig.simulator.on({ model }).do({ kind: 'first-event-error', fixture: name });
    await expectFault(await rig.stream(model), fixture, keys);
    expect(rig.callsFor(model)).toHaveLength(rowOf(fixture).isRetried ? 2 : 1);
    takeBack();
  });

  it.each(told.filter(([, , fixture]) => rowOf(fixture).isRetried))(
    'row %i, %s: the client is spared it while another key is ready',
    async (_, name) => {
      await rig.addKeys(2);
      const model = rig.freshModel();
      rig.simulator.on({ model }).once().do({ kind: 'first-event-error', fixture: name });
      const response = await rig.stream(model, 'json-array');
      expect([response.status, ((await response.json()) as unknown[]).length]).toEqual([200, 5]);
      expect(rig.callsFor(model)).toHaveLength(2);
    },
  );
});
