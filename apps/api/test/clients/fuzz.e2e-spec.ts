import { failedCalls, fuzzedCalls, pathsNotHit, statusesOf } from '../support/fuzzing/fuzzed-calls';
import { expectUnharmed, type FuzzedGateway, startFuzzedGateway } from '../support/fuzzing/fuzzed-gateway';
import { recordOpenaiCalls, recordSdkCalls } from '../support/fuzzing/recorded-calls';
import { seededRandom } from '../support/fuzzing/seeded-random';

/** One seed and a part of the calls: `npm run test:faults` makes ten thousand, by any seed. */
const SEED = 20_261_120;
const CALLS = 3_000;

let fuzzed: FuzzedGateway;
beforeAll(async () => {
  fuzzed = await startFuzzedGateway([recordSdkCalls, recordOpenaiCalls]);
});
afterAll(() => fuzzed?.rig.close());

it('answers thousands of odd requests, and fails at none of them', async () => {
  const { rig, routes, recorded } = fuzzed;
  const calls = fuzzedCalls(CALLS, recorded, routes, seededRandom(SEED));
  const statuses = await statusesOf(calls, rig.gateway.port);

  expect({ seed: SEED, failed: failedCalls(calls, statuses) }).toEqual({ seed: SEED, failed: [] });
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(CALLS / 5);
  expect(statuses.filter((status) => (status as number) >= 400).length).toBeGreaterThan(CALLS / 5);

  expect(pathsNotHit(calls, routes)).toEqual([]);
}, 180_000);

it('is as good as before', () => expectUnharmed(fuzzed.rig));
