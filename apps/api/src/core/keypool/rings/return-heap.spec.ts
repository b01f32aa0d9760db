import fc from 'fast-check';
import { ReturnHeap } from './return-heap';

const step = fc.record({
  kind: fc.constantFrom('put', 'put', 'delete'),
  slot: fc.integer({ min: 0, max: 39 }),
  atMs: fc.integer({ min: 0, max: 1_000 }),
});

describe('ReturnHeap', () => {
  it('always knows the first to return, through additions, moves and deletions', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const heap = new ReturnHeap(40);
        const model = new Map<number, number>();
        for (const { kind, slot, atMs } of steps) {
          if (kind === 'put') {
            heap.put(slot, atMs);
            model.set(slot, atMs);
          } else {
            heap.delete(slot);
            model.delete(slot);
          }
          expect(heap.size).toBe(model.size);
          expect(heap.firstAtMs).toBe(Math.min(...model.values()));
          expect(heap.firstSlot < 0 ? Infinity : model.get(heap.firstSlot)).toBe(heap.firstAtMs);
          expect(heap.has(slot)).toBe(model.has(slot));
        }
      }),
    );
  });

  it('keeps its members when it grows', () => {
    const heap = new ReturnHeap(1);
    heap.put(0, 20);
    heap.grow(4);
    heap.put(3, 10);
    expect([heap.firstSlot, heap.firstAtMs]).toEqual([3, 10]);
    heap.delete(3);
    expect([heap.firstSlot, heap.firstAtMs]).toEqual([0, 20]);
  });
});
