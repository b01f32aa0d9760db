import fc from 'fast-check';
import { aSimulator, ask, closeSimulators } from '../../testing/a-simulator';
import { groundingOf } from './grounding';

interface Support {
  readonly segment: { readonly startIndex?: number; readonly endIndex: number; readonly text: string };
  readonly groundingChunkIndices: readonly number[];
}

const supportsOf = (metadata: Record<string, unknown>) => metadata.groundingSupports as Support[];

const cut = (text: string, { startIndex = 0, endIndex }: Support['segment']) =>
  Buffer.from(text).subarray(startIndex, endIndex).toString();

describe('grounding', () => {
  afterEach(closeSimulators);

  it('cites bytes of the answer, in any script', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('茶', '🙂', 'żółw', 'a', '.', ' ')), (words) => {
        const text = words.join('');
        for (const { segment } of supportsOf(groundingOf(text, '')))
          expect(cut(text, segment)).toBe(segment.text);
      }),
    );
  });

  it('comes with the last of an answer that was searched for, and is paid for', async () => {
    const { json } = await ask(await aSimulator(), 'Ważne. <b>茶</b>. And?', {
      tools: [{ googleSearch: {} }],
    });
    const [{ content, groundingMetadata }] = json.candidates;
    const supports = supportsOf(groundingMetadata);
    expect(supports.length).toBeGreaterThan(1);
    for (const { segment, groundingChunkIndices } of supports) {
      expect(cut(content.parts[0].text, segment)).toBe(segment.text);
      for (const n of groundingChunkIndices)
        expect(groundingMetadata.groundingChunks[n].web.uri).toMatch(/^https:/);
    }
    expect(groundingMetadata.searchEntryPoint.renderedContent).toContain('&lt;b&gt;');
    const usage = json.usageMetadata;
    expect(usage.totalTokenCount).toBe(
      usage.promptTokenCount +
        usage.candidatesTokenCount +
        usage.thoughtsTokenCount +
        usage.toolUsePromptTokenCount,
    );
  });

  it('stays away where functions are called or nothing is searched', async () => {
    const { json } = await ask(await aSimulator(), 'Hi');
    expect(json.candidates[0].groundingMetadata).toBeUndefined();
    expect(json.usageMetadata.toolUsePromptTokenCount).toBeUndefined();
  });
});
