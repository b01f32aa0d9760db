import type { TranscriptSegment } from './transcript';

/** SubRip. */
export function toSrt(segments: readonly TranscriptSegment[]): string {
  return segments
    .map(
      ({ start, end, text }, index) =>
        `${index + 1}\n${timeOf(start, ',')} --> ${timeOf(end, ',')}\n${lines(text)}\n\n`,
    )
    .join('');
}

/** WebVTT. */
export function toVtt(segments: readonly TranscriptSegment[]): string {
  const cues = segments.map(
    ({ start, end, text }) => `${timeOf(start, '.')} --> ${timeOf(end, '.')}\n${lines(text)}\n\n`,
  );
  return `WEBVTT\n\n${cues.join('')}`;
}

/** `01:02:03,456` */
function timeOf(seconds: number, separator: string): string {
  const ms = Math.round(seconds * 1000);
  const part = (value: number, digits: number): string => String(Math.floor(value)).padStart(digits, '0');
  return `${part(ms / 3_600_000, 2)}:${part((ms / 60_000) % 60, 2)}:${part((ms / 1000) % 60, 2)}${separator}${part(ms % 1000, 3)}`;
}

/** An empty line, or an arrow, would end the cue. */
function lines(text: string): string {
  const filled = text.split('\n').flatMap((line) => line.trim() || []);
  return filled.join('\n').replaceAll('-->', '→');
}
