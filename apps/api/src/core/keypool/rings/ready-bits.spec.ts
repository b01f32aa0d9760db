import fc from 'fast-check';
import { ReadyBits } from './ready-bits';

describe('ReadyBits', () => {
  it('finds the same next member as a sorted list would', () => {
    const index = fc.integer({ min: 0, max: 40_000 });
    const step = fc.record({ kind: fc.constantFrom('add', 'delete', 'next'), index });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const bits = new ReadyBits(40_001);
        const model = new Set<number>();
        for (const { kind, index } of steps) {
          if (kind === 'add') {
            bits.add(index);
            model.add(index);
          } else if (kind === 'delete') {
            bits.delete(index);
            model.delete(index);
          } else {
            const expected = [...model].filter((member) => member >= index).sort((a, b) => a - b)[0] ?? -1;
            expect(bits.nextFrom(index)).toBe(expected);
            expect(bits.has(index)).toBe(model.has(index));
          }
        }
      }),
    );
  });

  it.each([1, 31, 32, 33, 1_024, 1_025, 32_768, 32_769, 1_048_577])(
    'reaches the last of %d places',
    (capacity) => {
      const bits = new ReadyBits(capacity);
      bits.add(capacity - 1);
      expect(bits.nextFrom(0)).toBe(capacity - 1);
      expect(bits.nextFrom(capacity)).toBe(-1);
      bits.delete(capacity - 1);
      expect(bits.nextFrom(0)).toBe(-1);
    },
  );

  it('is empty where there are no places', () => {
    expect(new ReadyBits(0).nextFrom(0)).toBe(-1);
  });
});
