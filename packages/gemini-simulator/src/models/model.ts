/** A model as `GET /{version}/models` shows it (docs/protocol-notes.md, "Models and what they take"). */
export interface SimulatedModel {
  /** Without `models/`. */
  readonly id: string;
  readonly kind: ModelKind;
  /** 2.5, 3.8, 4 …; decides which rules of the request hold. */
  readonly generation: number;
  /** How thinking is controlled. */
  readonly thinking: 'none' | 'budget' | 'level';
  /** Open to projects without billing. */
  readonly isFree: boolean;
  readonly inputTokenLimit: number;
  readonly outputTokenLimit: number;
}

export type ModelKind =
  'chat' | 'image' | 'speech' | 'embedding' | 'live' | 'interactions' | 'video' | 'imagen';

const METHODS: Record<ModelKind, readonly string[]> = {
  chat: ['generateContent', 'countTokens', 'createCachedContent', 'batchGenerateContent'],
  image: ['generateContent', 'countTokens', 'batchGenerateContent'],
  speech: ['generateContent', 'countTokens'],
  embedding: ['embedContent', 'countTextTokens', 'countTokens', 'asyncBatchEmbedContent'],
  live: ['bidiGenerateContent'],
  interactions: [],
  video: ['predictLongRunning'],
  imagen: ['predict'],
};

export function supportedMethods(model: SimulatedModel): readonly string[] {
  return METHODS[model.kind];
}

/** Gemini 3 and later sign their function calls and check what comes back. */
export function checksSignatures(model: SimulatedModel): boolean {
  return model.kind === 'chat' && model.generation >= 3;
}
