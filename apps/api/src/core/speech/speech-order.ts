import { UnsupportedValueError } from '../answer-faults';
import type { JsonObject } from '../json-object';
import { checkOptionalText, filledTextAt, wrong } from '../protocol/envelope/field-checks';
import { checkNumbers } from '../protocol/envelope/number-checks';
import { parseVoice } from './voices';

/** What speech can be given as. */
export const SPEECH_FORMATS = ['mp3', 'wav', 'pcm', 'flac'] as const;
export type SpeechFormat = (typeof SPEECH_FORMATS)[number];

/** What OpenAI gives and nothing here encodes: docs/adr/0004-encoders-of-speech.md. */
const NOT_ENCODED = ['opus', 'aac'];

/** What a client of OpenAI's `/audio/speech` wants. Source: docs/protocol-notes.md, "Speech". */
export interface SpeechOrder {
  /** As the client wrote it; undefined where it leaves the choice. */
  readonly model: string | undefined;
  readonly input: string;
  /** One of Gemini's; undefined where the client leaves the choice. */
  readonly voice: string | undefined;
  /** How it is to be spoken; empty where the client does not say. */
  readonly instructions: string;
  readonly format: SpeechFormat;
  /** 1 is the usual pace; undefined where the client does not say. */
  readonly speed: number | undefined;
  readonly isStream: boolean;
}

/** @throws InvalidRequestError, UnsupportedValueError, each naming the field */
export function parseSpeechOrder(body: JsonObject): SpeechOrder {
  const input = filledTextAt(body, 'input', '');
  for (const name of ['model', 'instructions']) checkOptionalText(body, name, '');
  checkNumbers(body, [{ name: 'speed', min: 0.25, max: 4 }]);
  const { stream_format: streamFormat = 'audio' } = body;
  if (streamFormat !== null && streamFormat !== 'sse' && streamFormat !== 'audio')
    throw wrong('stream_format', 'sse or audio');
  return {
    model: (body.model as string | null) || undefined,
    input,
    voice: parseVoice(body.voice),
    instructions: ((body.instructions as string | null) ?? '').trim(),
    format: formatOf(body.response_format),
    speed: (body.speed as number | null) ?? undefined,
    isStream: streamFormat === 'sse',
  };
}

function formatOf(format: unknown): SpeechFormat {
  if (format == null || format === '') return 'mp3';
  if (SPEECH_FORMATS.includes(format as SpeechFormat)) return format as SpeechFormat;
  const known = `one of ${SPEECH_FORMATS.join(', ')}`;
  if (NOT_ENCODED.includes(format as string))
    throw new UnsupportedValueError(
      'response_format',
      `response_format ${String(format)} is not offered: take ${known}.`,
    );
  throw wrong('response_format', known);
}
