import { loadErrorFixtures } from '@gemini-balance/gemini-simulator';
import { pick } from '../../test/support/fuzzing/seeded-random';
import { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { chanceFor } from '../chance';
import { CLIENT_FORMS } from '../clients/ask';
import { complaintsAbout, type ScriptedCall, scriptedModels } from '../oracle/scripted-load';
import { aScript } from './fault-chances';

const CALLS = 1_200;
const KEYS = 450;
/** Rows whose fault is the key's, beyond the model it was asked for. */
const HARMFUL_ROWS: readonly number[] = [1, 2, 4, 5, 6, 18, 19, 20];

let rig: GatewayRig;
let calls: readonly ScriptedCall[];

beforeAll(async () => {
  // Short, for what falls silent.
  rig = await GatewayRig.start({
    env: { TIME_OUT: '5' },
    simulator: { models: scriptedModels(CALLS), recordLimit: 100_000 },
  });
  await rig.addKeys(KEYS);
  const random = chanceFor('mixed load');
  calls = Array.from({ length: CALLS }, () => ({
    form: pick(CLIENT_FORMS, random),
    script: aScript(random),
  }));
});
afterAll(() => rig.close());

it('while a key is ready, no client of any dialect sees a failure that another key would have avoided', async () => {
  expect(await complaintsAbout(rig, calls)).toEqual([]);
});

it('the load holds whole and failed answers, and attempts of every row', async () => {
  const fixtures = new Map(loadErrorFixtures().map(({ name, row }) => [name, row]));
  const rows = calls.flatMap(({ script }) =>
    script.flatMap((fault) => ('fixture' in fault ? (fixtures.get(fault.fixture) ?? []) : [])),
  );
  expect(new Set(rows).size).toBe(new Set(fixtures.values()).size);
  expect(rig.simulator.requests.length).toBeGreaterThan(CALLS * 1.3);
});

it('afterwards nothing is in flight, and only keys are harmed that were at fault', async () => {
  const rowsByKey = rowsMet();
  const keys = await rig.keys();
  expect(keys.map(({ inFlight }) => inFlight)).toEqual(Array(KEYS).fill(0));
  const harmed = keys.filter(({ state, failures }) => state !== 'ready' || failures > 0);
  const guilty = [...rowsByKey.values()].filter((rows) => rows.some((row) => HARMFUL_ROWS.includes(row)));
  expect(harmed.length).toBeLessThanOrEqual(guilty.length);
  expect(guilty.length).toBeLessThan(KEYS);
});

/** The rows of the errors that each key has met. */
function rowsMet(): Map<string, number[]> {
  const fixtures = new Map(loadErrorFixtures().map(({ name, row }) => [name, row]));
  const seen = new Map<string, number>();
  const met = new Map<string, number[]>();
  for (const { model, key } of rig.simulator.requests) {
    const n = Number(/^scripted-(\d+)$/.exec(model ?? '')?.[1] ?? -1);
    const call = calls[n];
    if (call === undefined || key === undefined) continue;
    const at = seen.get(model!) ?? 0;
    seen.set(model!, at + 1);
    const fault = call.script[at];
    const row = fault !== undefined && 'fixture' in fault ? fixtures.get(fault.fixture) : undefined;
    if (row !== undefined) met.set(key, [...(met.get(key) ?? []), row]);
  }
  return met;
}
