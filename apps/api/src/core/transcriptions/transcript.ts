import { UpstreamFailureError } from '../gateway/faults/upstream-faults';
import type { GenerateContentResponse } from '../gemini/reply/generate-content-response';
import { isJsonObject } from '../json-object';
import { missingMediaFault } from '../missing-media';
import { SILENCE } from './transcription-request';

/** What was said from one second to another, by the model's estimate. */
export interface TranscriptSegment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What was said. */
export interface Transcript {
  readonly text: string;
  /** Empty unless they were asked for. */
  readonly segments: readonly TranscriptSegment[];
  /** In English; empty where it was not asked for. */
  readonly language: string;
}

/** A reply of words alone. @throws GatewayError where upstream gave none */
export function transcriptOf(reply: GenerateContentResponse): Transcript {
  return { text: audible(textOf(reply)), segments: [], language: '' };
}

/** A reply with times. @throws GatewayError where upstream gave none that can be read */
export function timedTranscriptOf(reply: GenerateContentResponse): Transcript {
  const { language, segments } = parsed(textOf(reply));
  if (!Array.isArray(segments) || !segments.every(isSegment)) throw unreadable();
  return {
    text: segments.map(({ text }) => text.trim()).join(' '),
    segments: segments.map(({ start, end, text }) => ({
      start,
      end: Math.max(start, end),
      text: text.trim(),
    })),
    language: typeof language === 'string' ? language.toLowerCase() : '',
  };
}

/** The words of a reply, or of a piece of one. */
export function wordsIn({ candidates }: GenerateContentResponse): string {
  const parts = candidates?.[0]?.content?.parts ?? [];
  return parts.map(({ text, thought }) => (thought ? '' : (text ?? ''))).join('');
}

/** Nothing, where the model says that nobody speaks. */
export function audible(text: string): string {
  const words = text.trim();
  return words === SILENCE ? '' : words;
}

function textOf(reply: GenerateContentResponse): string {
  const text = wordsIn(reply);
  if (text.trim() === '') throw missingMediaFault(reply, 'transcript');
  return text;
}

/** Models put JSON into a block of Markdown now and then. */
function parsed(text: string): { language?: unknown; segments?: unknown } {
  const bare = text.trim().replace(/^```(?:json)?|```$/g, '');
  try {
    const value: unknown = JSON.parse(bare);
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw unreadable();
}

function isSegment(value: unknown): value is TranscriptSegment {
  if (!isJsonObject(value)) return false;
  const { start, end, text } = value;
  return isTime(start) && isTime(end) && typeof text === 'string';
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value);
}

function unreadable(): UpstreamFailureError {
  return new UpstreamFailureError('upstream_failed', 502, 'The model gave no transcript with times.');
}
