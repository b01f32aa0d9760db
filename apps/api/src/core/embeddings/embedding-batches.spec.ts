import { toBatches, tokensOf, vectorsOf } from './embedding-batches';

const texts = (count: number) => Array.from({ length: count }, (_, n) => `text ${n}`);

it('makes a request of each text, at most 100 in a call, in order', () => {
  const batches = toBatches('m', texts(250), undefined);
  expect(batches.map(({ requests }) => requests.length)).toEqual([100, 100, 50]);
  expect(batches[2]?.requests[49]).toEqual({
    model: 'models/m',
    content: { parts: [{ text: 'text 249' }] },
  });
});

it('asks for the dimensions with each request', () => {
  expect(toBatches('m', ['a'], 256)[0]?.requests[0]).toMatchObject({ outputDimensionality: 256 });
});

it.each<[string, unknown]>([
  ['too few vectors', [{ values: [1] }]],
  ['no vectors', undefined],
  ['a vector that is none', [{ values: [1] }, { values: ['1'] }]],
  ['an empty vector', [{ values: [1] }, { values: [] }]],
  ['null for a vector', [{ values: [1] }, null]],
])('does not take %s for an answer', (_, embeddings) => {
  expect(vectorsOf({ embeddings }, toBatches('m', ['a', 'b'], undefined)[0]!)).toBeUndefined();
});

it('counts tokens as upstream does, and estimates them where it does not', () => {
  const batch = toBatches('m', ['four', 'fives'], undefined)[0]!;
  expect(tokensOf({ usageMetadata: { promptTokenCount: 7 } }, batch)).toBe(7);
  expect(tokensOf({}, batch)).toBe(3);
});
