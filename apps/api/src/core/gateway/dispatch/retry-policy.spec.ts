import type { OutcomeKind } from '../../outcome';
import { isKeyFault, nextStep, type RetryHistory } from './retry-policy';

const half = () => 0.5;
const afterOne: RetryHistory = { elapsedMs: 10, spentAttempts: 1, sameKind: 1, isModelListed: true };
const step = (kind: OutcomeKind, history: Partial<RetryHistory> = {}, maxRetries = 3) =>
  nextStep(kind, { ...afterOne, ...history }, { maxRetries }, half);

describe('nextStep', () => {
  it.each<[string, OutcomeKind]>([
    ['a request that is the client’s mistake', 'invalid_request'],
    ['a signature that was refused', 'signature_rejected'],
    ['a resource of another project', 'resource_denied'],
    ['a client that left', 'client_left'],
    ['a mistake of the gateway', 'double_credentials'],
  ])('tries no other key for %s', (_, kind) => {
    expect(step(kind)).toEqual({ kind: 'stop' });
  });

  it.each<OutcomeKind>([
    'invalid_key',
    'leaked_key',
    'rate_limited',
    'quota_exhausted',
    'not_entitled',
    'credits_depleted',
  ])('walks on after %s however many keys have failed so, also when no retry is allowed', (kind) => {
    expect(step(kind, { sameKind: 500, spentAttempts: 0 }, 0)).toEqual({ kind: 'again', afterMs: 0 });
    expect(isKeyFault(kind)).toBe(true);
  });

  it('ends the search for a good key after 30 s', () => {
    expect(step('rate_limited', { elapsedMs: 29_999 })).toEqual({ kind: 'again', afterMs: 0 });
    expect(step('rate_limited', { elapsedMs: 30_000 })).toEqual({ kind: 'stop' });
  });

  it.each<[OutcomeKind, number]>([
    ['upstream_failed', 2],
    ['deadline_exceeded', 2],
    ['empty_reply', 2],
    ['model_not_found', 2],
    ['capacity_exhausted', 3],
    ['overloaded', 4],
  ])('gives up on %s after %i attempts, so that a poison request does not walk the pool', (kind, most) => {
    expect(step(kind, { sameKind: most - 1, spentAttempts: most - 1 }, 10).kind).toBe('again');
    expect(step(kind, { sameKind: most, spentAttempts: most }, 10)).toEqual({ kind: 'stop' });
  });

  it.each<[number, number, 'again' | 'stop']>([
    [0, 1, 'stop'],
    [1, 1, 'again'],
    [1, 2, 'stop'],
    [3, 3, 'again'],
    [3, 4, 'stop'],
  ])('with MAX_RETRIES %i, network fault number %i leads to %s', (maxRetries, faults, expected) => {
    expect(step('network_failed', { sameKind: faults, spentAttempts: faults }, maxRetries).kind).toBe(
      expected,
    );
  });

  it('asks no second key for a model that upstream does not list', () => {
    expect(step('model_not_found', { isModelListed: false })).toEqual({ kind: 'stop' });
  });

  it('waits 1, 2 and 4 s for a model that is overloaded', () => {
    const waits = [1, 2, 3].map((n) => step('overloaded', { sameKind: n, spentAttempts: n }));
    expect(waits).toEqual([1_000, 2_000, 4_000].map((afterMs) => ({ kind: 'again', afterMs })));
  });

  it('spreads a wait by a quarter to either side', () => {
    const wait = (random: () => number) => nextStep('overloaded', afterOne, { maxRetries: 3 }, random);
    expect(wait(() => 0)).toEqual({ kind: 'again', afterMs: 750 });
    expect(wait(() => 0.999)).toEqual({ kind: 'again', afterMs: 1_250 });
  });
});
