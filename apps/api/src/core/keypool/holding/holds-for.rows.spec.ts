import type { OutcomeKind } from '../../outcome';
import { anOutcome } from '../../testing/outcomes';
import type { AttemptFacts } from '../hold';
import { failuresAfter } from './failures-after';
import { holdsFor } from './holds-for';
import type { Standing } from './standing';
import { NOW, SECOND, HOUR, DAY, MIDNIGHT, IN_PROJECT, BY_PROXY, given } from './testing/a-standing';

interface Case {
  readonly row: string;
  readonly kind: OutcomeKind;
  readonly extra?: object;
  readonly facts?: Partial<AttemptFacts>;
  readonly standing?: Partial<Standing>;
  /** Who rests, for what, for how long; undefined where nobody does. */
  readonly rests?: readonly [who: string, scope: string, ms: number];
  readonly isCounted?: true;
}

const CASES: Case[] = [
  { row: '1', kind: 'invalid_key', rests: ['key 7', '*', Infinity] },
  { row: '1, of a known project', kind: 'invalid_key', facts: IN_PROJECT, rests: ['key 7', '*', Infinity] },
  { row: '2', kind: 'unauthenticated_key', rests: ['key 7', '*', HOUR], isCounted: true },
  { row: '3', kind: 'double_credentials' },
  { row: '4', kind: 'leaked_key', rests: ['key 7', '*', Infinity] },
  { row: '5', kind: 'project_suspended', rests: ['key 7', '*', Infinity] },
  {
    row: '5, of a known project',
    kind: 'project_suspended',
    facts: IN_PROJECT,
    rests: ['project 123', '*', Infinity],
  },
  { row: '6', kind: 'misconfigured_key', rests: ['key 7', '*', HOUR], isCounted: true },
  { row: '7', kind: 'resource_denied' },
  { row: '8, direct', kind: 'location_unsupported' },
  {
    row: '8, by a proxy',
    kind: 'location_unsupported',
    facts: BY_PROXY,
    rests: ['egress proxy-1', '*', HOUR],
  },
  { row: '9', kind: 'tier_unsupported', rests: ['key 7', 'pro', DAY] },
  { row: '9, for no model', kind: 'tier_unsupported', facts: { scope: '*' } },
  { row: '10', kind: 'invalid_request' },
  { row: '11', kind: 'signature_rejected' },
  { row: '12, a model nobody knows', kind: 'model_not_found' },
  {
    row: '12, listed',
    kind: 'model_not_found',
    facts: { isModelListed: true },
    rests: ['key 7', 'pro', DAY],
  },
  { row: '13', kind: 'model_closed', facts: IN_PROJECT, rests: ['project 123', 'pro', DAY] },
  { row: '14', kind: 'rate_limited', rests: ['key 7', 'pro', 60 * SECOND] },
  {
    row: '14, of a known project',
    kind: 'rate_limited',
    facts: IN_PROJECT,
    rests: ['project 123', 'pro', 60 * SECOND],
  },
  {
    row: '14, 41 s asked',
    kind: 'rate_limited',
    extra: { retryAfterMs: 41_065 },
    rests: ['key 7', 'pro', 41_065],
  },
  {
    row: '14, next to nothing asked',
    kind: 'rate_limited',
    extra: { retryAfterMs: 0 },
    rests: ['key 7', 'pro', SECOND],
  },
  {
    row: '14, an hour asked',
    kind: 'rate_limited',
    extra: { retryAfterMs: HOUR },
    rests: ['key 7', 'pro', 90 * SECOND],
  },
  { row: '15', kind: 'quota_exhausted', rests: ['key 7', 'pro', MIDNIGHT] },
  {
    row: '15, RetryInfo is ignored',
    kind: 'quota_exhausted',
    extra: { retryAfterMs: 41_000 },
    rests: ['key 7', 'pro', MIDNIGHT],
  },
  {
    row: '15, of a known project',
    kind: 'quota_exhausted',
    facts: IN_PROJECT,
    rests: ['project 123', 'pro', MIDNIGHT],
  },
  { row: '16', kind: 'input_tokens_limited', rests: ['key 7', 'pro', 60 * SECOND] },
  { row: '17', kind: 'not_entitled', rests: ['key 7', 'pro', DAY] },
  { row: '18', kind: 'project_quota_zero', rests: ['key 7', '*', DAY], isCounted: true },
  {
    row: '19',
    kind: 'credits_depleted',
    facts: IN_PROJECT,
    rests: ['project 123', '*', HOUR],
    isCounted: true,
  },
  { row: '20', kind: 'spend_limited', rests: ['key 7', '*', 600 * SECOND] },
  { row: '21', kind: 'capacity_exhausted', rests: ['key 7', 'pro', 5 * SECOND] },
  {
    row: '21, seen by others',
    kind: 'capacity_exhausted',
    standing: { isCapacityShared: true },
    rests: ['model pro', '*', 5 * SECOND],
  },
  { row: '22', kind: 'client_left' },
  { row: '23', kind: 'upstream_failed' },
  { row: '24, within the retries of one client', kind: 'overloaded', standing: { overloadsInARow: 5 } },
  {
    row: '24, again and again',
    kind: 'overloaded',
    standing: { overloadsInARow: 6 },
    rests: ['model pro', '*', 5 * SECOND],
  },
  { row: '24, for no model', kind: 'overloaded', facts: { scope: '*' }, standing: { overloadsInARow: 6 } },
  { row: '25', kind: 'deadline_exceeded' },
  { row: '26, direct', kind: 'network_failed', extra: { failure: 'refused' } },
  {
    row: '26, a dead proxy',
    kind: 'network_failed',
    extra: { failure: 'refused' },
    facts: BY_PROXY,
    rests: ['egress proxy-1', '*', 60 * SECOND],
  },
  {
    row: '26, a proxy says no',
    kind: 'network_failed',
    extra: { failure: 'egress' },
    facts: BY_PROXY,
    rests: ['egress proxy-1', '*', 60 * SECOND],
  },
  { row: '26, reset behind a proxy', kind: 'network_failed', extra: { failure: 'reset' }, facts: BY_PROXY },
  {
    row: '26, slow behind a proxy',
    kind: 'network_failed',
    extra: { failure: 'first_byte_timeout' },
    facts: BY_PROXY,
  },
  { row: '27, 29, 30', kind: 'ok' },
  { row: '28', kind: 'empty_reply' },
  { row: '28, 31', kind: 'truncated' },
];

it.each(CASES)('row $row: $kind', ({ kind, extra, facts, standing, rests, isCounted }) => {
  const all = given(facts, standing);
  const holds = holdsFor(anOutcome(kind, extra), all);
  expect(
    holds.map(({ subject, scope, untilMs }) => [`${subject.kind} ${subject.id}`, scope, untilMs - NOW]),
  ).toEqual(rests ? [rests] : []);
  expect(
    holds.every(({ reason, sinceMs, strikes }) => reason === kind && sinceMs === NOW && strikes === 1),
  ).toBe(true);
  expect(failuresAfter(kind, all)).toBe(isCounted ? 1 : 0);
});
