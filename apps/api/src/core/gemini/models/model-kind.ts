import type { ModelKind } from '@gemini-balance/shared';
import type { Model } from './model';
import type { ModelFeatures } from './model-features';

/** The method of a model that generates content; models that list no methods are taken for such. */
const GENERATING = 'generateContent';

/** What each method is for, of models that do not generate content. Source: docs/protocol-notes.md, "Models and what they take". */
const PURPOSES: readonly (readonly [method: string, kind: ModelKind])[] = [
  ['embedContent', 'embedding'],
  ['bidiGenerateContent', 'live'],
  ['predictLongRunning', 'video'],
  ['predict', 'image'],
];

/** Whether the model answers `generateContent`. */
export function isGenerating({ supportedGenerationMethods: methods = [GENERATING] }: Model): boolean {
  return methods.includes(GENERATING);
}

/** What a model is for: by what it answers with, or else by the calls it takes. */
export function modelKindOf(model: Model, { modalities }: Pick<ModelFeatures, 'modalities'>): ModelKind {
  if (!isGenerating(model))
    return PURPOSES.find(([method]) => model.supportedGenerationMethods?.includes(method))?.[1] ?? 'other';
  if (modalities.includes('AUDIO')) return 'speech';
  return modalities.includes('IMAGE') ? 'image' : 'chat';
}

/** Methods that are named for one and allow the other. */
const LISTED_AS: Readonly<Record<string, string>> = {
  streamGenerateContent: GENERATING,
  batchEmbedContents: 'embedContent',
};

/** Whether the model takes calls of that method, by what upstream lists of it. */
export function takesMethod(model: Model, method: string): boolean {
  const listed = LISTED_AS[method] ?? method;
  return listed === GENERATING
    ? isGenerating(model)
    : (model.supportedGenerationMethods?.includes(listed) ?? false);
}
