import type { Part } from '../gemini/content';
import type { GenerateContentRequest } from '../gemini/request/generate-content-request';
import type { SpeechOrder } from './speech-order';

/** What the operator decides about speech. */
export interface SpeechPolicy {
  /** TTS_VOICE_NAME */
  readonly voice: string;
  /** TTS_SPEED */
  readonly pace: 'slow' | 'normal' | 'fast';
}

/** From this generation on a style stands beside the text; before, in front of it. */
const FIRST_WITH_STYLE = 3.8;
const PACES = { slow: 'slowly', normal: '', fast: 'fast' } as const;
/** The highest speed at which each word holds. */
const SPEEDS: readonly (readonly [most: number, pace: string])[] = [
  [0.5, 'very slowly'],
  [0.9, 'slowly'],
  [1.1, ''],
  [1.75, 'fast'],
  [Infinity, 'very fast'],
];

/** By hand: the pattern `[\s.:]+$` begins anew at each of many spaces, and takes the square of their number. */
function withoutEnding(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.:]/.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** The order in upstream's form. Models know no speed: it becomes words. */
export function toSpeechRequest(
  order: SpeechOrder,
  model: string,
  policy: SpeechPolicy,
): GenerateContentRequest {
  const style = [withoutEnding(order.instructions), paceOf(order, policy)].filter(Boolean).join(', ');
  return {
    contents: [{ role: 'user', parts: [toPart(order.input, style, model)] }],
    generationConfig: {
      responseModalities: ['AUDIO'],
      speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: order.voice ?? policy.voice } } },
    },
  };
}

function toPart(text: string, style: string, model: string): Part {
  if (style === '') return { text };
  const [, generation = '0'] = /^gemini-(\d+(?:\.\d+)?)-/.exec(model) ?? [];
  if (Number(generation) >= FIRST_WITH_STYLE) return { text, speechMetadata: { style } };
  return { text: `Say ${style}: ${text}` };
}

function paceOf({ speed }: SpeechOrder, { pace }: SpeechPolicy): string {
  return speed === undefined ? PACES[pace] : SPEEDS.find(([most]) => speed <= most)![1];
}
