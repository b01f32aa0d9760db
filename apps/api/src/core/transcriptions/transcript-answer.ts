import { assertNever } from '../assert-never';
import { modalityTokens, toTokenUsage, type UsageMetadata } from '../gemini/reply/usage';
import { toSrt, toVtt } from './subtitles';
import type { Transcript } from './transcript';
import type { Recording, TranscriptionOrder } from './transcription-order';

/** A body for the client: JSON, or text of a type. */
export type TranscriptAnswer =
  { readonly json: object } | { readonly text: string; readonly contentType: string };

/** Token counts as OpenAI's transcriptions tell them. */
export function toTranscriptionUsage(usage: UsageMetadata | undefined) {
  const { inputTokens, outputTokens, thinkingTokens } = toTokenUsage(usage ?? {});
  const audioTokens = modalityTokens(usage?.promptTokensDetails, 'AUDIO');
  return {
    type: 'tokens',
    input_tokens: inputTokens,
    output_tokens: outputTokens + thinkingTokens,
    total_tokens: inputTokens + outputTokens + thinkingTokens,
    input_token_details: { audio_tokens: audioTokens, text_tokens: inputTokens - audioTokens },
  };
}

/** The transcript in the client's format. Of what OpenAI tells about segments, only what is known is told. */
export function toTranscriptAnswer(
  { format, task }: TranscriptionOrder,
  transcript: Transcript,
  { duration }: Pick<Recording, 'duration'>,
  usage: UsageMetadata | undefined,
): TranscriptAnswer {
  const { text, segments, language } = transcript;
  switch (format) {
    case 'json':
      return { json: { text, usage: toTranscriptionUsage(usage) } };
    case 'text':
      return { text: `${text}\n`, contentType: 'text/plain; charset=utf-8' };
    case 'srt':
      return { text: toSrt(segments), contentType: 'application/x-subrip; charset=utf-8' };
    case 'vtt':
      return { text: toVtt(segments), contentType: 'text/vtt; charset=utf-8' };
    case 'verbose_json': {
      const seconds = duration ?? segments.at(-1)?.end ?? 0;
      return {
        json: {
          task,
          language,
          duration: seconds,
          text,
          segments: segments.map((segment, id) => ({ id, ...segment })),
          usage: { type: 'duration', seconds: Math.ceil(seconds) },
        },
      };
    }
    default:
      return assertNever(format);
  }
}
