import { inTurn } from './in-turn';

it('works on so many at once, and gives results in order', async () => {
  let [open, most] = [0, 0];
  const results = await inTurn([5, 1, 4, 2, 3], 2, async (item, index) => {
    most = Math.max(most, ++open);
    for (let turn = 0; turn < item; turn++) await Promise.resolve();
    open -= 1;
    return `${index}:${item}`;
  });
  expect(results).toEqual(['0:5', '1:1', '2:4', '3:2', '4:3']);
  expect(most).toBe(2);
});

it('begins nothing more once something has failed', async () => {
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    if (item === 2) throw new Error('two');
  };
  await expect(inTurn([1, 2, 3, 4], 1, work)).rejects.toThrow('two');
  expect(begun).toEqual([1, 2]);
});

it('has nothing to do for no items', async () => {
  expect(await inTurn([], 3, () => Promise.reject(new Error('none')))).toEqual([]);
});
