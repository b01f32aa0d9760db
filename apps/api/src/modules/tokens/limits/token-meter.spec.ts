import fc from 'fast-check';
import { FakeClock } from '../../../core/testing/fake-clock';
import { UNLIMITED, utcDays } from '../testing/token-meters';
import type { TokenLimits } from './token-limits';
import { TokenMeter } from './token-meter';

function aMeter(limits: Partial<TokenLimits>): { meter: TokenMeter; clock: FakeClock } {
  const clock = new FakeClock(Date.UTC(2026, 10, 20, 23, 30));
  return { meter: new TokenMeter({ ...UNLIMITED, ...limits }, utcDays(clock)), clock };
}

it('admits so many requests in the minute that the first one opens, and tells when it ends', () => {
  const { meter, clock } = aMeter({ requestsPerMinute: 2 });
  expect([meter.admit(), meter.admit()]).toEqual([undefined, undefined]);
  clock.advance(20_000);
  const over = meter.admit();
  expect(over).toEqual({ unit: 'requests', per: 'minute', limit: 2, retryAtMs: clock.nowMs() + 40_000 });
  clock.advance(40_000);
  expect(meter.admit()).toBeUndefined();
});

it('admits so many requests a day, and all of them again from midnight', () => {
  const { meter, clock } = aMeter({ requestsPerDay: 1 });
  meter.admit();
  clock.advance(60_000);
  expect(meter.admit()).toMatchObject({ per: 'day', retryAtMs: Date.UTC(2026, 10, 21) });
  clock.set(Date.UTC(2026, 10, 21));
  expect(meter.admit()).toBeUndefined();
});

it.each([
  ['minute', { tokensPerMinute: 100 }, 60_000],
  ['day', { tokensPerDay: 100 }, 1_800_000],
] as const)('lets nothing more through once the tokens of the %s are used', (per, limits, lengthMs) => {
  const { meter, clock } = aMeter(limits);
  expect(meter.admit()).toBeUndefined();
  meter.addTokens(99);
  expect(meter.admit()).toBeUndefined();
  meter.addTokens(1);
  expect(meter.admit()).toMatchObject({ unit: 'tokens', per, limit: 100 });
  clock.advance(lengthMs);
  expect(meter.admit()).toBeUndefined();
});

it('tells of minute and day the one of which less is left', () => {
  const { meter, clock } = aMeter({ requestsPerMinute: 5, requestsPerDay: 6 });
  for (let n = 0; n < 3; n++) meter.admit();
  expect(meter.standing().requests).toMatchObject({ limit: 5, remaining: 2 });
  clock.advance(60_000);
  expect(meter.standing().requests).toEqual({ limit: 6, remaining: 3, resetsAtMs: Date.UTC(2026, 10, 21) });
  expect(meter.standing().tokens).toBeUndefined();
});

it('counts what others used, until their minute or day has ended', () => {
  const { meter, clock } = aMeter({ requestsPerMinute: 3, requestsPerDay: 10 });
  meter.noteOthers({ requests: 3, tokens: 0 }, { requests: 3, tokens: 0 });
  expect(meter.admit()).toMatchObject({ per: 'minute' });
  clock.advance(60_000);
  expect(meter.admit()).toBeUndefined();
  expect(meter.used()).toEqual({ minute: { requests: 1, tokens: 0 }, day: { requests: 4, tokens: 0 } });
});

it('does not count a request that it refuses', () => {
  const { meter } = aMeter({ requestsPerMinute: 1, requestsPerDay: 5 });
  for (let n = 0; n < 10; n++) meter.admit();
  expect(meter.used().day.requests).toBe(1);
  expect(meter.takeUnstored()).toEqual({ requests: 1, tokens: 0 });
});

it('never admits more than the limit between two turns of the minute, whenever requests come', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5 }), (pauses, limit) => {
      const { meter, clock } = aMeter({ requestsPerMinute: limit });
      let admitted: number[] = [];
      for (const pause of pauses) {
        clock.advance(pause);
        const over = meter.admit();
        if (over === undefined) admitted.push(clock.nowMs());
        else expect(over.retryAtMs).toBeGreaterThan(clock.nowMs());
        const opened = admitted[0]!;
        if (clock.nowMs() - opened >= 60_000) admitted = over ? [] : [clock.nowMs()];
        expect(admitted.length).toBeLessThanOrEqual(limit);
      }
    }),
  );
});
