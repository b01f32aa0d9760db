import { type TokenUsage } from '../gemini/reply/usage';

/** A frame of moderate size; divisible by three, so that base64 of each piece needs no padding but the last. */
const PIECE_BYTES = 24 * 1024;

/** OpenAI's events for speech, by name. */
export type SpeechEvent =
  | { readonly type: 'speech.audio.delta'; readonly audio: string }
  | { readonly type: 'speech.audio.done'; readonly usage: SpeechUsage };

export interface SpeechUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly total_tokens: number;
}

/** The events of a whole file. Source: docs/protocol-notes.md, "Speech". */
export function speechEventsOf(file: Buffer, usage: TokenUsage | undefined): SpeechEvent[] {
  const events: SpeechEvent[] = [];
  for (let at = 0; at < file.length; at += PIECE_BYTES)
    events.push({ type: 'speech.audio.delta', audio: file.toString('base64', at, at + PIECE_BYTES) });
  const { inputTokens = 0, outputTokens = 0 } = usage ?? {};
  const total = inputTokens + outputTokens;
  const counts = { input_tokens: inputTokens, output_tokens: outputTokens, total_tokens: total };
  return [...events, { type: 'speech.audio.done', usage: counts }];
}
