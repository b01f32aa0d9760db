import { loadErrorFixtures } from '@gemini-balance/gemini-simulator';
import { setTimeout as passed } from 'node:timers/promises';
import { pick } from '../../test/support/fuzzing/seeded-random';
import { inParallel } from '../../test/support/in-parallel';
import { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { chanceFor } from '../chance';
import { type Answer, ask, CLIENT_FORMS } from '../clients/ask';

const AT_ONCE = 32;

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start();
});
afterAll(() => rig.close());
afterEach(() => rig.reset());

/** Clients of every dialect ask for one model. */
function askOften(model: string, count: number, atOnce = AT_ONCE): Promise<Answer[]> {
  const random = chanceFor(model);
  const forms = Array.from({ length: count }, () => pick(CLIENT_FORMS, random));
  return inParallel(count, atOnce, (n) => ask(rig.gateway.url, forms[n]!, model));
}

const hasAnswered = ({ story }: Answer): boolean => story?.isFinished === true && story.fault === undefined;
const isToldToWait = ({ status, retryAfterS = 0, story }: Answer): boolean =>
  [429, 503, 529].includes(status) && retryAfterS > 0 && story?.fault !== undefined;

it('a whole pool that is rate-limited at once disables nothing, tells every client when to come back, and recovers unaided', async () => {
  await rig.addKeys(10);
  const model = rig.freshModel();
  const recover = rig.simulator.on({ model }).fail('429-per-minute-paid');
  const refused = await askOften(model, 300);
  expect(refused.filter((answer) => !isToldToWait(answer))).toEqual([]);
  expect(await rig.keys()).toEqual(Array(10).fill(expect.objectContaining({ state: 'ready', failures: 0 })));

  recover();
  await passed(1_000 * Math.max(...refused.map(({ retryAfterS }) => retryAfterS!)));
  expect((await askOften(model, 50)).filter((answer) => !hasAnswered(answer))).toEqual([]);
});

it('a pool whose keys all rest is told at once: no call is made and nobody waits for one', async () => {
  await rig.addKeys(5);
  const model = rig.freshModel();
  rig.simulator.on({ model }).fail('429-per-minute');
  await askOften(model, 1);
  const calls = rig.callsFor(model).length;
  expect((await askOften(model, 200)).filter((answer) => !isToldToWait(answer))).toEqual([]);
  expect(rig.callsFor(model)).toHaveLength(calls);
});

it('fifty calls at once against a key with one call left are no storm, and one is served', async () => {
  await rig.addKeysOf([{ quotas: { '*': { rpm: 1 } } }]);
  const model = rig.freshModel();
  const answers = await askOften(model, 50, 50);
  expect(answers.filter(hasAnswered)).toHaveLength(1);
  expect(answers.filter(isToldToWait)).toHaveLength(49);
  expect(rig.callsFor(model).length).toBeLessThanOrEqual(50);
  await askOften(model, 50, 50);
  expect(rig.callsFor(model).length).toBeLessThanOrEqual(50);
});

it('keys with an allowance each serve just what they are allowed, whoever asks', async () => {
  const [KEYS, EACH, CALLS] = [12, 10, 400];
  await rig.addKeysOf(Array(KEYS).fill({ quotas: { '*': { rpm: EACH } } }));
  const model = rig.freshModel();
  const answers = await askOften(model, CALLS);
  expect(answers.filter(hasAnswered)).toHaveLength(KEYS * EACH);
  expect(answers.filter(isToldToWait)).toHaveLength(CALLS - KEYS * EACH);
});

it('scattered failures with successes between leave every key ready', async () => {
  await rig.addKeys(4);
  const model = rig.freshModel();
  for (const fixture of ['500-internal', '503-overloaded', '504-deadline', '502-html'])
    rig.simulator.on({ model, chance: 0.05 }).fail(fixture);
  await askOften(model, 400);
  expect(await rig.keys()).toEqual(
    Array(4).fill(expect.objectContaining({ state: 'ready', failures: 0, holds: [], inFlight: 0 })),
  );
});

it('a client’s bad request, a thousand times in every dialect, harms no key and costs one call each', async () => {
  await rig.addKeys(3);
  const model = rig.freshModel();
  rig.simulator.on({ model }).fail('400-invalid-schema');
  const answers = await askOften(model, 1_000);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
  expect(rig.callsFor(model)).toHaveLength(1_000);
  expect(await rig.keys()).toEqual(
    Array(3).fill(expect.objectContaining({ state: 'ready', failures: 0, holds: [], inFlight: 0 })),
  );
});

const newWordings = loadErrorFixtures().filter(({ name }) => name.endsWith('new-wording'));

it.each(newWordings.map(({ row, name }) => [row, name] as const))(
  'row %i, %s: new words of Google’s mean to every client what the old ones did',
  async (row, name) => {
    const statusesFor = async (fixture: string): Promise<number[]> => {
      await rig.addKeys(2);
      const model = rig.freshModel();
      rig.simulator.on({ model }).fail(fixture);
      const answers = await inParallel(CLIENT_FORMS.length, 1, (n) =>
        ask(rig.gateway.url, CLIENT_FORMS[n]!, model),
      );
      await rig.reset();
      return answers.map(({ status }) => status);
    };
    const old = loadErrorFixtures().find((one) => one.row === row && one.wording === 'reported')!;
    expect(await statusesFor(name)).toEqual(await statusesFor(old.name));
  },
);
