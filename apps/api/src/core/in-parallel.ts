/** Does `work` with each item, so many at a time, in order; begins no more once the signal has aborted. */
export async function inParallel<Item>(
  atOnce: number,
  items: Iterable<Item>,
  signal: AbortSignal,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      const next = waiting.next();
      if (next.done) return;
      await work(next.value);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
}
