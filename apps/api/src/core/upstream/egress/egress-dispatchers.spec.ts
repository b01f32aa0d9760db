import type { EgressSettings } from './egress-dispatchers';
import { EgressDispatchers } from './egress-dispatchers';

const KEYS = Array.from({ length: 1_000 }, (_, n) => `fingerprint-${n}`);

function anEgress(count: number, fixedPerKey = true) {
  const settings = { proxies: proxies(count), fixedPerKey, connectTimeoutMs: 1_000 } satisfies EgressSettings;
  const clock = { time: 0, nowMs: () => clock.time, sleep: () => Promise.resolve() };
  return { egress: new EgressDispatchers(() => settings, clock), settings, clock };
}

function proxies(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `http://proxy-${n}:8080`);
}

function choices(egress: EgressDispatchers): (string | undefined)[] {
  return KEYS.map((key) => egress.for(key).egressId);
}

describe('EgressDispatchers', () => {
  it('goes out directly where no proxy is configured', () => {
    expect(anEgress(0).egress.for('a').egressId).toBeUndefined();
  });

  it('gives a key the same proxy each time, and each proxy about its share of the keys', () => {
    const { egress } = anEgress(4);
    const chosen = choices(egress);
    expect(choices(egress)).toEqual(chosen);
    for (const id of new Set(chosen)) {
      const share = chosen.filter((one) => one === id).length;
      expect(share).toBeGreaterThan(180);
      expect(share).toBeLessThan(320);
    }
  });

  it('moves only the keys of the proxy that comes or goes', () => {
    const { egress, settings } = anEgress(4);
    const before = choices(egress);
    settings.proxies = proxies(5);
    const after = choices(egress);
    const moved = KEYS.map((_, n) => n).filter((n) => before[n] !== after[n]);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.every((n) => after[n] === 'http://proxy-4:8080')).toBe(true);
    settings.proxies = proxies(4);
    expect(choices(egress)).toEqual(before);
  });

  it('leaves out a proxy that rests; its keys come back when it is over, the others never move', () => {
    const { egress, clock } = anEgress(3);
    const before = choices(egress);
    egress.rest('http://proxy-1:8080', 1_000);
    const during = choices(egress);
    expect(during).not.toContain('http://proxy-1:8080');
    expect(KEYS.every((_, n) => before[n] === 'http://proxy-1:8080' || before[n] === during[n])).toBe(true);
    clock.time = 1_000;
    expect(choices(egress)).toEqual(before);
  });

  it('tries the first choice where every proxy rests', () => {
    const { egress } = anEgress(2);
    const before = choices(egress);
    for (const id of new Set(before)) egress.rest(id!, 1_000);
    expect(choices(egress)).toEqual(before);
  });

  it('goes round where keys have no proxy of their own, past those that rest', () => {
    const { egress } = anEgress(3, false);
    const turns = (count: number) => Array.from({ length: count }, () => egress.for('a').egressId!.at(13));
    expect(turns(4)).toEqual(['0', '1', '2', '0']);
    egress.rest('http://proxy-1:8080', 1_000);
    expect(turns(3)).not.toContain('1');
  });

  it('keeps the connections of a proxy that stays, and closes those of one that goes', () => {
    const { egress, settings } = anEgress(2);
    const [stays, goes] = ['http://proxy-0:8080', 'http://proxy-1:8080'].map(
      (id) => KEYS.map((key) => egress.for(key)).find(({ egressId }) => egressId === id)!.dispatcher,
    );
    settings.proxies = proxies(1);
    expect(egress.for('a').dispatcher).toBe(stays);
    expect((goes as { closed?: boolean }).closed).toBe(true);
    expect((stays as { closed?: boolean }).closed).toBe(false);
  });

  it('keeps the connections where the settings change in other ways', () => {
    const { egress, settings } = anEgress(1);
    const { dispatcher } = egress.for('a');
    settings.proxies = [...settings.proxies];
    expect(egress.for('a').dispatcher).toBe(dispatcher);
  });

  it('opens new connections with a new time limit', () => {
    const { egress, settings } = anEgress(0);
    const { dispatcher } = egress.for('a');
    settings.connectTimeoutMs = 2_000;
    expect(egress.for('a').dispatcher).not.toBe(dispatcher);
  });

  it('never goes out directly because a proxy cannot be read', () => {
    const { egress, settings } = anEgress(1);
    settings.proxies = ['not a url'];
    expect(() => egress.for('a')).toThrow('An egress proxy must be a URL');
  });
});
