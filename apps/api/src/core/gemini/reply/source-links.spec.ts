import { SourceLinks } from './source-links';

const grounding = (...sources: object[]) => ({ groundingChunks: sources.map((web) => ({ web })) });
const SOURCE = { uri: 'https://a.example/x', title: 'A' };
const BLOCK = '\n\n---\n**【引用来源】**\n- [A](https://a.example/x)';

function textsOf(chunks: readonly object[]): string[] {
  const links = new SourceLinks();
  return chunks.map((candidate) => {
    const [first] = links.add({ candidates: [candidate] }).candidates!;
    return (first?.content?.parts ?? []).map(({ text }) => text ?? '').join('');
  });
}
const said = (text: string) => ({ content: { role: 'model', parts: [{ text }] } });

describe('the sources of an answer', () => {
  it('stand at its end', () => {
    expect(
      textsOf([{ ...said('Yes.'), finishReason: 'STOP', groundingMetadata: grounding(SOURCE) }]),
    ).toEqual([`Yes.${BLOCK}`]);
  });

  it.each<[what: string, chunks: readonly object[], texts: readonly string[]]>([
    [
      'told before its end',
      [
        { ...said('Y'), groundingMetadata: grounding(SOURCE) },
        { ...said('es'), finishReason: 'STOP' },
      ],
      ['Y', `es${BLOCK}`],
    ],
    [
      'told with an end without text',
      [said('Yes'), { finishReason: 'STOP', groundingMetadata: grounding(SOURCE) }],
      ['Yes', BLOCK],
    ],
    [
      'told at a seam',
      [
        { ...said('Y'), finishReason: 'CONTINUATION', groundingMetadata: grounding(SOURCE) },
        { ...said('es'), finishReason: 'STOP' },
      ],
      ['Y', `es${BLOCK}`],
    ],
    [
      'told again',
      [
        { finishReason: 'STOP', groundingMetadata: grounding(SOURCE) },
        { finishReason: 'STOP', groundingMetadata: grounding(SOURCE) },
      ],
      [BLOCK, ''],
    ],
  ])('are appended once where they are %s', (_, chunks, texts) => {
    expect(textsOf(chunks)).toEqual(texts);
  });

  it('are links that nothing in a title or an address breaks', () => {
    const odd = { uri: 'https://a.example/(x) y', title: 'A [b]\nc' };

    expect(
      textsOf([{ finishReason: 'STOP', groundingMetadata: grounding(odd, SOURCE, SOURCE, {}) }])[0],
    ).toBe(
      '\n\n---\n**【引用来源】**\n- [A \\[b\\] c](https://a.example/%28x%29%20y)\n- [A](https://a.example/x)',
    );
  });

  it.each([[{}], [{ groundingMetadata: {} }], [{ groundingMetadata: grounding() }]])(
    'are nothing in %j',
    (candidate) => {
      const chunk = { candidates: [{ ...said('Yes'), ...candidate, finishReason: 'STOP' }] };

      expect(new SourceLinks().add(chunk)).toBe(chunk);
    },
  );
});
