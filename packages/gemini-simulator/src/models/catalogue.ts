import type { ModelKind, SimulatedModel } from './model';

type Row = [
  id: string,
  kind: ModelKind,
  generation: number,
  thinking: SimulatedModel['thinking'],
  isFree: boolean,
];

// The models that are alive in November 2026 (docs/protocol-notes.md, "Models and what they take").
const ROWS: readonly Row[] = [
  ['gemini-4-hydrogen', 'chat', 4, 'level', false],
  ['gemini-4-carbon', 'chat', 4, 'level', false],
  ['gemini-4-argon', 'chat', 4, 'level', false],
  ['gemini-3.8-flash', 'chat', 3.8, 'level', true],
  ['gemini-3.7-flash', 'chat', 3.7, 'level', false],
  ['gemini-3.6-flash', 'chat', 3.6, 'level', true],
  ['gemini-3.5-flash', 'chat', 3.5, 'level', false],
  ['gemini-3.5-flash-lite', 'chat', 3.5, 'level', true],
  ['gemini-3.1-flash-lite', 'chat', 3.1, 'level', true],
  ['gemini-3-flash-preview', 'chat', 3, 'level', false],
  ['gemini-3.1-pro-preview', 'chat', 3.1, 'level', false],
  ['gemini-3.1-pro-preview-customtools', 'chat', 3.1, 'level', false],
  ['gemini-2.5-pro', 'chat', 2.5, 'budget', false],
  ['gemini-2.5-flash', 'chat', 2.5, 'budget', true],
  ['gemini-2.5-flash-lite', 'chat', 2.5, 'budget', true],
  ['gemini-flash-latest', 'chat', 3.8, 'level', true],
  ['gemini-flash-lite-latest', 'chat', 3.5, 'level', true],
  ['gemini-pro-latest', 'chat', 4, 'level', false],
  ['gemma-4-31b-it', 'chat', 0, 'none', true],
  ['gemma-4-26b-a4b-it', 'chat', 0, 'none', true],
  ['gemini-nano-banana-2.1', 'image', 3, 'none', false],
  ['gemini-3.1-flash-image-preview', 'image', 3.1, 'none', false],
  ['gemini-3-pro-image-preview', 'image', 3, 'none', false],
  ['gemini-2.5-flash-image', 'image', 2.5, 'none', false],
  ['gemini-3.8-flash-tts', 'speech', 3.8, 'none', true],
  ['gemini-3.8-flash-lite-tts', 'speech', 3.8, 'none', true],
  ['gemini-3.1-flash-tts-preview', 'speech', 3.1, 'none', true],
  ['gemini-2.5-flash-preview-tts', 'speech', 2.5, 'none', true],
  ['gemini-2.5-pro-preview-tts', 'speech', 2.5, 'none', false],
  ['gemini-embedding-2', 'embedding', 2, 'none', true],
  ['gemini-embedding-001', 'embedding', 1, 'none', true],
  ['gemini-3.8-live', 'live', 3.8, 'none', true],
  ['gemini-3.8-live-extended-thinking', 'live', 3.8, 'none', true],
  ['gemini-3.1-flash-live-preview', 'live', 3.1, 'none', true],
  ['gemini-omni-flash-preview', 'interactions', 3, 'none', false],
  ['veo-3.1-generate-preview', 'video', 3.1, 'none', false],
];

/** What `GET /models` lists unless the options name other models. */
export const LIVING_MODELS: readonly SimulatedModel[] = ROWS.map(
  ([id, kind, generation, thinking, isFree]) => ({
    id,
    kind,
    generation,
    thinking,
    isFree,
    inputTokenLimit:
      kind === 'embedding' ? (generation === 2 ? 8192 : 2048) : generation === 0 ? 131_072 : 1_048_576,
    outputTokenLimit: kind === 'embedding' ? 1 : kind === 'chat' && generation > 0 ? 65_536 : 32_768,
  }),
);

/** A chat model of the newest flash kind under another name, for options that name a model the catalogue lacks. */
export function chatModel(id: string): SimulatedModel {
  return {
    id,
    kind: 'chat',
    generation: 3.8,
    thinking: 'level',
    isFree: true,
    inputTokenLimit: 1_048_576,
    outputTokenLimit: 65_536,
  };
}
