import { CitedText } from './citations';

const web = (name: string) => ({ web: { uri: `https://${name}.example`, title: name } });
const support = (segment: object, ...groundingChunkIndices: number[]) => ({ segment, groundingChunkIndices });

/** The passages that are cited of an answer that comes in these chunks, each with its source. */
function cited(chunks: readonly (readonly (string | { thought: string })[])[], grounding: unknown) {
  const text = new CitedText();
  let whole = '';
  for (const parts of chunks)
    parts.forEach((part, index) => {
      const said = typeof part === 'string' ? part : '';
      whole += said;
      text.add(
        typeof part === 'string' ? { text: part } : { thought: true, text: part.thought },
        said,
        index === 0,
      );
    });
  text.note(grounding);
  return text.citations.map(({ startIndex, endIndex, title }) => [whole.slice(startIndex, endIndex), title]);
}

const sources = { groundingChunks: [web('a'), web('b')] };

describe('citations', () => {
  it.each([
    ['in ASCII', [['One. Two.']], { startIndex: 5, endIndex: 9, text: 'Two.' }, 'Two.'],
    ['behind letters of several bytes', [['Süß 東京 😀. Two.']], { startIndex: 19, endIndex: 23 }, 'Two.'],
    ['from the beginning, which is left out', [['One. Two.']], { endIndex: 4 }, 'One.'],
    ['in the second part', [['Äh. ', 'Two.']], { partIndex: 1, endIndex: 4, text: 'Two.' }, 'Two.'],
    ['behind thoughts', [[{ thought: 'Hm' }, 'One.']], { partIndex: 1, endIndex: 4, text: 'One.' }, 'One.'],
    [
      'over the chunks of a stream',
      [[{ thought: 'H' }], [{ thought: 'm' }], ['Ö'], ['ne. Tw'], ['o.']],
      { partIndex: 1, startIndex: 6, endIndex: 10, text: 'Two.' },
      'Two.',
    ],
    [
      'counted from the beginning of the answer',
      [[{ thought: 'Hm' }, 'One.']],
      { endIndex: 4, text: 'One.' },
      'One.',
    ],
    [
      'by its text where the numbers lead elsewhere',
      [['One. Two.']],
      { startIndex: 1, endIndex: 3, text: 'Two.' },
      'Two.',
    ],
  ])('find a passage %s', (_, chunks, segment, passage) => {
    expect(cited(chunks, { ...sources, groundingSupports: [support(segment, 1)] })).toEqual([[passage, 'b']]);
  });

  it('name every source of a passage', () => {
    const groundingSupports = [support({ endIndex: 4 }, 0, 1), support({ startIndex: 5, endIndex: 9 }, 0)];
    expect(cited([['One. Two.']], { ...sources, groundingSupports })).toEqual([
      ['One.', 'a'],
      ['One.', 'b'],
      ['Two.', 'a'],
    ]);
  });

  it('stand for the whole answer where upstream names no passages', () => {
    expect(cited([['One.']], sources)).toEqual([
      ['One.', 'a'],
      ['One.', 'b'],
    ]);
  });

  it('take any kind of source, and its address for a title', () => {
    const groundingChunks = [{ maps: { uri: 'https://m.example' } }, { image: {} }, null];
    expect(cited([['One.']], { groundingChunks })).toEqual([['One.', 'https://m.example']]);
  });

  it.each<unknown>([
    undefined,
    null,
    {},
    { groundingChunks: 1 },
    { groundingChunks: [], groundingSupports: [support({ endIndex: 4 }, 0)] },
    {
      ...sources,
      groundingSupports: [null, {}, { segment: 1 }, support({}, 0), support({ endIndex: 4 }, 7)],
    },
    { ...sources, groundingSupports: [support({ endIndex: 400, text: 'elsewhere' }, 0)] },
  ])('are none where nothing is told that could be one: %j', (grounding) => {
    expect(cited([['One.']], grounding)).toEqual([]);
  });
});
