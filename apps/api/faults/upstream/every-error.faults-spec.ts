import { type ErrorFixture, type Fault, loadErrorFixtures } from '@gemini-balance/gemini-simulator';
import { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { chanceFor, wholeNumber } from '../chance';
import { CLIENT_FORMS } from '../clients/ask';
import { complaintsAbout, type ScriptedCall, scriptedModels } from '../oracle/scripted-load';

const GOOD_KEYS = 20;
const random = chanceFor('every error');
const fixtures = loadErrorFixtures();
const rows = [...new Set(fixtures.map(({ row }) => row))];

/** An error in each position in which upstream sends it. */
function positionsOf({ name, body }: ErrorFixture): Fault[] {
  const midway = (form: 'data' | 'bare' | 'glued'): Fault => ({
    kind: 'mid-stream-error',
    fixture: name,
    afterEvents: wholeNumber(1, 3, random),
    form,
  });
  const asEvents: Fault[] = [
    { kind: 'first-event-error', fixture: name },
    ...(['data', 'bare', 'glued'] as const).map(midway),
  ];
  // Inside a stream nothing but the body tells what happened.
  const isEvent = typeof body === 'object' && name !== '400-string-code';
  return [{ kind: 'error', fixture: name }, ...(isEvent ? asEvents : [])];
}

function callsOf(row: number): ScriptedCall[] {
  return fixtures
    .filter((fixture) => fixture.row === row)
    .flatMap(positionsOf)
    .flatMap((fault) =>
      CLIENT_FORMS.filter(({ isStream }) => isStream || fault.kind === 'error').map((form) => ({
        form,
        script: [fault],
      })),
    );
}

let rig: GatewayRig;
let modelsUsed = 0;

beforeAll(async () => {
  const models = scriptedModels(rows.flatMap(callsOf).length);
  rig = await GatewayRig.start({ simulator: { models, recordLimit: 100_000 } });
});
afterAll(() => rig.close());
beforeEach(async () => {
  await rig.reset();
});

it.each(rows)('row %i: every body of it, in every position, in every dialect', async (row) => {
  const calls = callsOf(row);
  await rig.addKeys(calls.length + GOOD_KEYS);
  expect(await complaintsAbout(rig, calls, modelsUsed)).toEqual([]);
  modelsUsed += calls.length;
});
