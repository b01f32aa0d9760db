/** Does something `count` times, so many at once, and resolves with the results in order. */
export async function inParallel<Result>(
  count: number,
  atOnce: number,
  act: (n: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) results[n] = await act(n);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
