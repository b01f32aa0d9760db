import { FakeClock } from '../../testing/fake-clock';
import { CallTiming } from './call-timing';

function aTiming() {
  const clock = new FakeClock();
  return { clock, timing: new CallTiming(clock, clock.nowMs()) };
}

it('tells what the gateway, the wait for a key and upstream took', () => {
  const { clock, timing } = aTiming();
  clock.advance(5);
  timing.queue.start();
  clock.advance(30);
  timing.queue.stop();
  timing.upstream.start();
  clock.advance(200);
  timing.upstream.stop();
  clock.advance(2);
  expect(timing.toHeader()).toBe('gateway;dur=7, queue;dur=30, upstream;dur=200');
});

it('counts what still goes on', () => {
  const { clock, timing } = aTiming();
  timing.upstream.start();
  clock.advance(40);
  expect(timing.toHeader()).toBe('gateway;dur=0, queue;dur=0, upstream;dur=40');
});

it('counts attempts at the same time once', () => {
  const { clock, timing } = aTiming();
  timing.upstream.start();
  timing.upstream.start();
  clock.advance(40);
  timing.upstream.stop();
  clock.advance(10);
  timing.upstream.stop();
  expect(timing.upstream.ms).toBe(50);
});

it('tells no time below nothing when the clock jumps back', () => {
  const { clock, timing } = aTiming();
  timing.upstream.start();
  clock.advance(-1_000);
  expect(timing.toHeader()).not.toContain('=-');
});
