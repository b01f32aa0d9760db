import type { HoldReason } from '../hold';
import { probeAgainAfterMs } from './probe-again';

const HOUR = 3_600_000;

it.each<[string, HoldReason, number, number | undefined]>([
  ['never asks for a leaked key again', 'leaked_key', 1, undefined],
  ['never asks for a suspended project again', 'project_suspended', 1, undefined],
  ['asks for an unknown key once a day at most', 'invalid_key', 1, 24],
  ['asks for an unknown key as rarely as the operator wants', 'invalid_key', 48, 48],
  ['asks for a key with too many failures at every check', 'too_many_failures', 1, 1],
])('%s', (_, reason, intervalHours, hours) => {
  expect(probeAgainAfterMs(reason, intervalHours * HOUR)).toBe(
    hours === undefined ? undefined : hours * HOUR,
  );
});
