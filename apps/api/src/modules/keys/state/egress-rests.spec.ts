import type { Hold, HoldSubject } from '../../../core/keypool/hold';
import type { KeyPoolListener } from '../../../core/keypool/key-pool-listener';
import { withEgressRests } from './egress-rests';

const PROXY: HoldSubject = { kind: 'egress', id: 'socks5://proxy:1080' };
const KEY: HoldSubject = { kind: 'key', id: 7 };

function aHold(subject: HoldSubject): Hold {
  return { subject, scope: '*', sinceMs: 0, untilMs: 60_000, reason: 'network_failed', strikes: 1 };
}

function aListener() {
  const rests: [string, number][] = [];
  const told: unknown[] = [];
  const note =
    (name: string) =>
    (...facts: unknown[]): void =>
      void told.push([name, ...facts]);
  const inner: KeyPoolListener = {
    held: note('held'),
    released: note('released'),
    failuresChanged: note('failures'),
    projectLearnt: note('project'),
  };
  return { listener: withEgressRests(inner, { rest: (...rest) => void rests.push(rest) }), rests, told };
}

it('lets a proxy rest as long as the pool says, and ends it with the hold', () => {
  const { listener, rests } = aListener();
  listener.held(aHold(PROXY));
  listener.released(PROXY, '*');
  expect(rests).toEqual([
    [PROXY.id, 60_000],
    [PROXY.id, 0],
  ]);
});

it('passes everything on, and leaves alone what is no proxy', () => {
  const { listener, rests, told } = aListener();
  listener.held(aHold(KEY));
  listener.released(KEY, undefined);
  listener.failuresChanged(7, 2);
  listener.projectLearnt(7, '123');
  expect(told).toEqual([
    ['held', aHold(KEY)],
    ['released', KEY, undefined],
    ['failures', 7, 2],
    ['project', 7, '123'],
  ]);
  expect(rests).toEqual([]);
});
