import { LockedOutError } from '../../http/admin/admin-errors';
import { LoginThrottle } from './login-throttle';

function aThrottle() {
  const clock = { now: 1_000_000, nowMs: () => clock.now };
  const throttle = new LoginThrottle(clock);
  const fail = (times: number, address = '203.0.113.9') => {
    for (let i = 0; i < times; i += 1) throttle.failed(address);
  };
  const lockOf = (address = '203.0.113.9'): number => {
    try {
      throttle.check(address);
      return 0;
    } catch (error) {
      if (!(error instanceof LockedOutError)) throw error;
      return error.retryAfterMs!;
    }
  };
  return { clock, throttle, fail, lockOf };
}

it.each([
  [1, 0],
  [2, 0],
  [3, 1_000],
  [4, 2_000],
  [8, 32_000],
  [12, 512_000],
  [13, 900_000],
  [5_000, 900_000],
])('after %i wrong tokens locks out for %i ms', (failures, lockMs) => {
  const { fail, lockOf } = aThrottle();
  fail(failures);
  expect(lockOf()).toBe(lockMs);
});

it('lets the address try again when the time is over', () => {
  const { clock, fail, lockOf } = aThrottle();
  fail(4);
  clock.now += 1_999;
  expect(lockOf()).toBe(1);
  clock.now += 1;
  expect(lockOf()).toBe(0);
});

it('starts anew after the right token', () => {
  const { throttle, fail, lockOf } = aThrottle();
  fail(2);
  throttle.succeeded('203.0.113.9');
  fail(2);
  expect(lockOf()).toBe(0);
});

it('forgets after an hour without a failure', () => {
  const { clock, fail, lockOf } = aThrottle();
  fail(9);
  clock.now += 3_600_000;
  fail(1);
  expect(lockOf()).toBe(0);
});

it.each([
  ['203.0.113.9', '203.0.113.8', false],
  ['203.0.113.9', '::ffff:203.0.113.9', true],
  ['2001:db8:1:2:3::1', '2001:db8:1:2:ffff:a:b:c', true],
  ['2001:db8:1:2::1', '2001:DB8:0001:0002::9', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::1', '::2', true],
  ['::1', '1::1', false],
  ['fe80::1%eth0', 'fe80::2%eth1', true],
  ['64:ff9b::1.2.3.4', '64:ff9b::1', true],
  ['nonsense', 'other nonsense', false],
])('an address %s shares its failures with %s: %s', (one, other, isShared) => {
  const { fail, lockOf } = aThrottle();
  fail(5, one);
  expect(lockOf(other) > 0).toBe(isShared);
});

it('keeps a bounded number of addresses, the latest', () => {
  const { fail, lockOf } = aThrottle();
  for (let i = 0; i < 10_001; i += 1) fail(3, `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`);
  expect(lockOf('10.0.0.0')).toBe(0);
  expect(lockOf('10.0.0.1')).toBeGreaterThan(0);
});
