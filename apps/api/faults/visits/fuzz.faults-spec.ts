import { failedCalls, fuzzedCalls, pathsNotHit, statusesOf } from '../../test/support/fuzzing/fuzzed-calls';
import {
  expectUnharmed,
  type FuzzedGateway,
  startFuzzedGateway,
} from '../../test/support/fuzzing/fuzzed-gateway';
import { recordOpenaiCalls, recordSdkCalls } from '../../test/support/fuzzing/recorded-calls';
import { recordChatCalls, recordMessageCalls } from '../../test/support/fuzzing/recorded-chats';
import { chanceFor, SEED } from '../chance';

const CALLS = 10_000;
const CALLS_UNDER_FAULTS = 1_000;
const FAULTS = ['503-overloaded', '500-internal', '502-html', '429-per-minute-paid', '400-invalid-schema'];

let fuzzed: FuzzedGateway;
beforeAll(async () => {
  const recorders = [recordSdkCalls, recordOpenaiCalls, recordChatCalls, recordMessageCalls];
  fuzzed = await startFuzzedGateway(recorders);
});
afterAll(() => fuzzed?.rig.close());

it('ten thousand fuzzed requests of all SDKs meet no error of ours, no crash and no hang', async () => {
  const { rig, routes, recorded } = fuzzed;
  const calls = fuzzedCalls(CALLS, recorded, routes, chanceFor('fuzz'));
  const statuses = await statusesOf(calls, rig.gateway.port);
  expect({ seed: SEED, failed: failedCalls(calls, statuses) }).toEqual({ seed: SEED, failed: [] });
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(CALLS / 5);
  expect(pathsNotHit(calls, routes)).toEqual([]);
});

it('they find the gateway as good as it was', () => expectUnharmed(fuzzed.rig));

it('while upstream fails as well, none of them hangs, and none meets a mistake of ours', async () => {
  const { rig, routes, recorded } = fuzzed;
  for (const fixture of FAULTS) rig.simulator.on({ chance: 0.05 }).fail(fixture);
  const calls = fuzzedCalls(CALLS_UNDER_FAULTS, recorded, routes, chanceFor('fuzz under faults'));
  const statuses = await statusesOf(calls, rig.gateway.port);
  expect(statuses.filter((status) => typeof status === 'string')).toEqual([]);
  expect(rig.gateway.output()).not.toMatch(/mistake|Unhandled|TypeError/i);
});
