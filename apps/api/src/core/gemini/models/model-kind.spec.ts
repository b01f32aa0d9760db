import { featuresOf } from './model-features';
import { isGenerating, modelKindOf } from './model-kind';

it.each<[name: string, methods: string[] | undefined, kind: string]>([
  ['gemini-3.8-flash', ['generateContent', 'countTokens'], 'chat'],
  ['gemini-9-unheard-of', undefined, 'chat'],
  ['gemini-2.5-flash-image', ['generateContent'], 'image'],
  ['imagen-4.0-generate-001', ['predict'], 'image'],
  ['gemini-2.5-flash-preview-tts', ['generateContent'], 'speech'],
  ['gemini-embedding-001', ['embedContent', 'countTokens'], 'embedding'],
  ['gemini-3.8-live', ['bidiGenerateContent'], 'live'],
  ['veo-3.1-generate-preview', ['predictLongRunning'], 'video'],
  ['gemini-omni-flash-preview', [], 'other'],
])('takes %s, which takes %j, for %s', (name, supportedGenerationMethods, kind) => {
  const model = { name: `models/${name}`, supportedGenerationMethods };
  expect(modelKindOf(model, featuresOf(name))).toBe(kind);
  expect(isGenerating(model)).toBe(supportedGenerationMethods?.includes('generateContent') ?? true);
});
