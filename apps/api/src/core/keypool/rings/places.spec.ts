import { Places } from './places';
import { ReadyRing } from './ready-ring';

function aRingOf(weights: readonly number[]) {
  const keys = weights.map((weight, slot) => ({ slot, weight }));
  const places = new Places(keys, Math.max(64, keys.length));
  const ring = new ReadyRing(places);
  keys.forEach(({ slot }) => ring.add(slot));
  return { places, ring, take: (count: number) => Array.from({ length: count }, () => ring.take()) };
}

const counts = (slots: readonly number[]) =>
  slots.reduce<Record<number, number>>((sum, slot) => ({ ...sum, [slot]: (sum[slot] ?? 0) + 1 }), {});

describe('a ring', () => {
  it('lends equal keys in the order they came in, again and again', () => {
    expect(aRingOf([1, 1, 1]).take(7)).toEqual([0, 1, 2, 0, 1, 2, 0]);
  });

  it('keeps the order of the others when a key leaves and returns', () => {
    const { ring, take } = aRingOf([1, 1, 1, 1]);
    expect(take(2)).toEqual([0, 1]);
    ring.delete(2);
    expect(take(4)).toEqual([3, 0, 1, 3]);
    ring.add(2);
    expect(take(5)).toEqual([0, 1, 2, 3, 0]);
  });

  it('gives a key as many turns in a round as it weighs', () => {
    expect(counts(aRingOf([3, 1, 2]).take(60))).toEqual({ 0: 30, 1: 10, 2: 20 });
  });

  it.each([[[10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]], [[5, 5, 5]], [[2, 1, 1, 1, 1, 1]], [[4, 3, 2, 1]]])(
    'spreads the turns of weights %j over the round',
    (weights) => {
      const total = weights.reduce((sum, weight) => sum + weight);
      const round = aRingOf(weights).take(total);
      weights.forEach((weight, slot) => {
        const turns = [...round, ...round].flatMap((lent, turn) => (lent === slot ? [turn] : []));
        const gaps = turns.slice(1).map((turn, index) => turn - turns[index]!);
        expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * Math.ceil(total / weight));
      });
    },
  );

  it('removes and returns every place of a heavy key', () => {
    const { ring, take } = aRingOf([5, 1]);
    ring.delete(0);
    expect(take(3)).toEqual([1, 1, 1]);
    ring.add(0);
    expect(counts(take(12))).toEqual({ 0: 10, 1: 2 });
  });

  it('passes over slots and stops when all are passed over', () => {
    const { ring } = aRingOf([3, 1]);
    expect(ring.take((slot) => slot === 0)).toBe(1);
    expect(ring.take(() => true)).toBe(-1);
  });

  it('keeps who is ready and whose turn it is in a new layout', () => {
    const { ring, take } = aRingOf([1, 1, 1, 1]);
    ring.delete(3);
    expect(take(1)).toEqual([0]);
    const weights = [1, 1, 1, 1, 7];
    ring.layOut(
      new Places(
        weights.map((weight, slot) => ({ slot, weight })),
        64,
      ),
    );
    expect(counts(take(6))).toEqual({ 0: 2, 1: 2, 2: 2 });
    expect(ring.take()).toBe(1);
    expect(ring.size).toBe(3);
  });

  it('has no room for a heavy key that would stand in one heap, so that the ring is laid out anew', () => {
    const { places } = aRingOf(Array.from({ length: 30 }, () => 1));
    expect([places.fits(1), places.fits(5)]).toEqual([true, false]);
  });

  it('tolerates a few heavy keys out of place in a large ring, and no more', () => {
    const { places } = aRingOf(Array.from({ length: 1_000 }, () => 1));
    places.grow(1_100);
    let heavy = 0;
    while (places.fits(5)) places.add({ slot: 1_000 + heavy++, weight: 5 });
    expect(heavy).toBe(3);
  });
});
