import type { KeyTotals } from './key-states.js';
import type { TourResult } from './tour.js';

export interface DemoReport {
  readonly gatewayUrl: string;
  readonly clientToken: string;
  readonly adminToken: string;
  readonly tour: TourResult;
  /** Calls that the simulator refused, which the clients of the gateway did not notice. */
  readonly refusedUpstream: number;
  readonly keys: KeyTotals;
}

/** What happened, and what to try next. */
export function report({
  gatewayUrl,
  clientToken,
  adminToken,
  tour,
  refusedUpstream,
  keys,
}: DemoReport): string {
  return `
The gateway serves in front of a simulator of the Gemini API, with keys of which some are bad. No real key is used.

${tour.answered} of ${tour.calls} calls answered, and a stream of ${tour.streamedEvents} events: "${shorten(tour.streamedText)}"
${tour.refusal === undefined ? '' : `A call was refused: ${tour.refusal}\n`}Upstream refused ${refusedUpstream} attempts on the way; each went on with another key.
Keys now: ${keys.ready} ready, ${keys.resting} resting, ${keys.invalid} invalid, ${keys.disabled} disabled.

Watch them:      ${gatewayUrl}   (token: ${adminToken})
Call it:         curl -s ${gatewayUrl}/v1beta/models/gemini-flash-latest:generateContent \\
                   -H 'x-goog-api-key: ${clientToken}' -H 'content-type: application/json' \\
                   -d '{"contents":[{"parts":[{"text":"Hello"}]}]}'
Stream from it:  curl -sN '${gatewayUrl}/v1beta/models/gemini-flash-latest:streamGenerateContent?alt=sse' \\
                   -H 'x-goog-api-key: ${clientToken}' -H 'content-type: application/json' \\
                   -d '{"contents":[{"parts":[{"text":"Hello"}]}]}'
In TypeScript:   new GoogleGenAI({ apiKey: '${clientToken}', httpOptions: { baseUrl: '${gatewayUrl}' } })

Serving until Ctrl-C.`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
