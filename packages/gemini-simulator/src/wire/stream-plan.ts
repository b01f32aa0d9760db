import type { Chunk } from '../generate/answers/chunk';
import { JSON_TYPE } from './api-reply';
import type { WirePiece, WirePlan } from './wire-plan';

export type LineEnding = 'crlf' | 'lf' | 'cr';

/** An event of a stream, or an error in one of the forms in which upstream sends it. */
export interface StreamEvent {
  readonly value: Chunk;
  /** `data` is the rule. `bare`: pretty JSON without `data:`. `glued`: bare, in the same write as the event before. */
  readonly form: 'data' | 'bare' | 'glued';
}

export interface StreamStyle {
  /** Server-sent events with `alt=sse`, else one JSON array. */
  readonly form: 'sse' | 'array';
  readonly ending: LineEnding;
  /** Milliseconds between two events. */
  readonly eventDelayMs: number;
}

const BREAKS: Record<LineEnding, string> = { crlf: '\r\n', lf: '\n', cr: '\r' };

/** One write for each event. */
export function streamPlan(events: readonly StreamEvent[], style: StreamStyle): WirePlan {
  const texts = style.form === 'sse' ? sseTexts(events, BREAKS[style.ending]) : arrayTexts(events);
  const pieces: WirePiece[] = [];
  for (const [n, text] of texts.entries()) {
    const bytes = Buffer.from(text);
    const before = pieces.at(-1);
    if (before && events[n]?.form === 'glued')
      pieces[pieces.length - 1] = { ...before, bytes: Buffer.concat([before.bytes, bytes]), events: n + 1 };
    else pieces.push({ bytes, pauseMs: n === 0 ? 0 : style.eventDelayMs, events: n + 1 });
  }
  return {
    status: 200,
    headers: { 'content-type': style.form === 'sse' ? 'text/event-stream' : JSON_TYPE },
    pieces,
    ending: 'finish',
  };
}

function sseTexts(events: readonly StreamEvent[], lineBreak: string): string[] {
  return events.map(({ value, form }) =>
    form === 'data'
      ? `data: ${JSON.stringify(value)}${lineBreak}${lineBreak}`
      : `${JSON.stringify(value, null, 2)}\n`,
  );
}

function arrayTexts(events: readonly StreamEvent[]): string[] {
  return events.map(
    ({ value }, n) =>
      `${n === 0 ? '[' : ',\r\n'}${JSON.stringify(value, null, 2)}${n === events.length - 1 ? ']\r\n' : '\r\n'}`,
  );
}
