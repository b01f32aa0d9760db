import { UnsupportedValueError } from '../answer-faults';
import type { JsonObject } from '../json-object';
import { checkOptionalText, wrong } from '../protocol/envelope/field-checks';
import { checkNumbers } from '../protocol/envelope/number-checks';

const FORMATS = ['json', 'text', 'srt', 'verbose_json', 'vtt'] as const;
export type TranscriptFormat = (typeof FORMATS)[number];

/** What OpenAI gives and no model here can. */
const NOT_OFFERED = ['diarized_json'];
const STREAMED: readonly TranscriptFormat[] = ['json', 'text'];
const FOREIGN = /^(whisper|gpt)-/;

/** Sound as upstream takes it. */
export interface Recording {
  readonly mimeType: string;
  readonly base64: string;
  /** Seconds; undefined where only who plays it can tell. */
  readonly duration: number | undefined;
}

/** What a client of OpenAI's `/audio/transcriptions` wants. Source: docs/protocol-notes.md, "Transcriptions". */
export interface TranscriptionOrder {
  readonly task: 'transcribe' | 'translate';
  /** As the client wrote it; undefined where it leaves the choice. */
  readonly model: string | undefined;
  /** Of the speech, as ISO 639-1 or a word; empty where the client does not say. */
  readonly language: string;
  /** Words that may help with the spelling. */
  readonly prompt: string;
  readonly format: TranscriptFormat;
  readonly temperature: number | undefined;
  readonly isStream: boolean;
}

/** @throws InvalidRequestError, UnsupportedValueError, each naming the field */
export function parseTranscriptionOrder(
  fields: JsonObject,
  task: TranscriptionOrder['task'],
): TranscriptionOrder {
  for (const name of ['model', 'language', 'prompt']) checkOptionalText(fields, name, '');
  checkNumbers(fields, [{ name: 'temperature', min: 0, max: 1 }]);
  const granularities = fields.timestamp_granularities;
  if (Array.isArray(granularities) && granularities.includes('word'))
    throw new UnsupportedValueError(
      'timestamp_granularities',
      'Times are given for segments, not for words.',
    );
  const format = formatOf(fields.response_format);
  const isStream = fields.stream === true;
  if (isStream && !STREAMED.includes(format))
    throw new UnsupportedValueError('stream', `A transcript as ${format} is not given as a stream.`);
  return {
    task,
    model: (fields.model as string | null) || undefined,
    language: ((fields.language as string | null) ?? '').trim(),
    prompt: ((fields.prompt as string | null) ?? '').trim(),
    format,
    temperature: (fields.temperature as number | null) ?? undefined,
    isStream,
  };
}

/** The model that listens. @param standard TRANSCRIPTION_MODEL */
export function transcriptionModelOf(asked: string | undefined, standard: string): string {
  return asked === undefined || FOREIGN.test(asked) ? standard : asked;
}

/** Whether the transcript has to come with times. */
export function isTimed({ format }: Pick<TranscriptionOrder, 'format'>): boolean {
  return !STREAMED.includes(format);
}

function formatOf(format: unknown): TranscriptFormat {
  if (format == null || format === '') return 'json';
  if (FORMATS.includes(format as TranscriptFormat)) return format as TranscriptFormat;
  const known = `one of ${FORMATS.join(', ')}`;
  if (NOT_OFFERED.includes(format as string))
    throw new UnsupportedValueError(
      'response_format',
      `response_format ${String(format)} is not offered: take ${known}.`,
    );
  throw wrong('response_format', known);
}
