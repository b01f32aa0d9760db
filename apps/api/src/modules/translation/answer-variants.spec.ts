import { featuresOf } from '../../core/gemini/models/model-features';
import type { TranslatedProtocol } from '../../core/protocol/adapter-recipe';
import { AnswerVariants, type AnswerVariantPolicy } from './answer-variants';

const USUAL: AnswerVariantPolicy = { showsSources: true, runsCode: false, writesPictures: true };
const TEXT = featuresOf('gemini-2.5-flash');
const SEARCH = { ...TEXT, isSearching: true };
const IMAGE = featuresOf('gemini-2.5-flash-image');
const REPLY = {
  candidates: [
    {
      content: { parts: [{ inlineData: { mimeType: 'image/png', data: 'QUJD' } }] },
      finishReason: 'STOP',
      groundingMetadata: { groundingChunks: [{ web: { uri: 'https://a.example', title: 'A' } }] },
    },
  ],
};

function about(protocol: TranslatedProtocol, features = TEXT, policy: Partial<AnswerVariantPolicy> = {}) {
  const links = {
    linkTo: () => Promise.resolve('https://b.example'),
    find: () => Promise.resolve(undefined),
  };
  return new AnswerVariants(links, () => ({ ...USUAL, ...policy })).aboutAnswers(
    {} as never,
    protocol,
    features,
  );
}

async function toldOf(variants: ReturnType<typeof about>, request = '{}'): Promise<string> {
  const alter = variants?.alter?.(Buffer.from(request));
  return JSON.stringify((await alter?.(REPLY)) ?? REPLY);
}

describe('AnswerVariants', () => {
  it.each<[what: string, variants: ReturnType<typeof about>]>([
    ['a model that writes', about('openai-chat')],
    ['sources that are not to be shown', about('openai-chat', SEARCH, { showsSources: false })],
  ])('leaves answers alone: %s', (_, variants) => {
    expect(variants).toBeUndefined();
  });

  it.each<[protocol: TranslatedProtocol, policy: Partial<AnswerVariantPolicy>, isLinked: boolean]>([
    ['openai-chat', {}, true],
    ['openai-chat', { writesPictures: false }, false],
    ['anthropic-messages', { writesPictures: false }, true],
    ['openai-responses', {}, false],
  ])('links pictures in %s with %j: %s', async (protocol, policy, isLinked) => {
    const variants = about(protocol, IMAGE, policy);

    expect((await toldOf(variants)).includes('![image](https://b.example)')).toBe(isLinked);
    expect(variants?.ownPictures).toBeDefined();
  });

  it('links what code has drawn', async () => {
    const variants = about('openai-chat', TEXT, { runsCode: true });

    expect(await toldOf(variants)).toContain('![image](https://b.example)');
    expect(variants?.ownPictures).toBeUndefined();
  });

  it('appends sources, but not to JSON', async () => {
    const variants = about('openai-responses', SEARCH);

    expect(await toldOf(variants)).toContain('- [A](https://a.example)');
    expect(await toldOf(variants, '{"contents":[{"text":"\\"responseMimeType\\""}]}')).toContain('- [A]');
    expect(
      await toldOf(variants, '{"generationConfig":{"responseMimeType":"application/json"}}'),
    ).not.toContain('- [A]');
  });

  it('does both', async () => {
    const told = await toldOf(about('openai-chat', { ...IMAGE, isSearching: true }));

    expect(told).toContain('![image](https://b.example)');
    expect(told).toContain('- [A](https://a.example)');
  });
});
