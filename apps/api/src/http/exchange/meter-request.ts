import type { Protocol } from '../../core/protocol/protocol';
import type { ClientMeter, LimitStanding, MeterStanding, OverLimit } from '../identity/client-identity';
import { TokenLimitError } from '../identity/token-errors';
import type { ClientExchange } from './client-exchange';

/**
 * Counts a request against the limits of its token, and tells the client how it stands.
 * @throws TokenLimitError
 */
export function meterRequest(exchange: ClientExchange, meter: ClientMeter, nowMs: number): void {
  const over = meter.admit();
  Object.assign(exchange.ownHeaders, limitHeaders(exchange.protocol, meter.standing(), nowMs));
  if (over === undefined) return;
  const retryAfterMs = Math.max(1_000, over.retryAtMs - nowMs);
  throw new TokenLimitError(toSentence(over, retryAfterMs), { retryAfterMs });
}

function toSentence({ unit, per, limit }: OverLimit, retryAfterMs: number): string {
  const seconds = Math.ceil(retryAfterMs / 1000);
  return `The limit of this token is reached: ${limit} ${unit} per ${per}. Please try again in ${seconds}s.`;
}

const NO_HEADERS = () => ({});

/** See docs/protocol-notes.md, "What to tell the client about its limits". */
function limitHeaders(protocol: Protocol, standing: MeterStanding, nowMs: number): Record<string, string> {
  const headers: Record<string, string> = {};
  const render = RENDERERS[protocol] ?? NO_HEADERS;
  if (standing.requests) Object.assign(headers, render('requests', standing.requests, nowMs));
  if (standing.tokens) Object.assign(headers, render('tokens', standing.tokens, nowMs));
  return headers;
}

type RenderLimit = (unit: string, limit: LimitStanding, nowMs: number) => Record<string, string>;

const openaiHeaders: RenderLimit = (unit, { limit, remaining, resetsAtMs }, nowMs) => ({
  [`x-ratelimit-limit-${unit}`]: String(limit),
  [`x-ratelimit-remaining-${unit}`]: String(remaining),
  [`x-ratelimit-reset-${unit}`]: toDuration(resetsAtMs - nowMs),
});

const anthropicHeaders: RenderLimit = (unit, { limit, remaining, resetsAtMs }) => ({
  [`anthropic-ratelimit-${unit}-limit`]: String(limit),
  [`anthropic-ratelimit-${unit}-remaining`]: String(remaining),
  [`anthropic-ratelimit-${unit}-reset`]: new Date(resetsAtMs).toISOString().replace(/\.\d+Z$/, 'Z'),
});

/** Google's clients look at the body alone. */
const RENDERERS: Readonly<Partial<Record<Protocol, RenderLimit>>> = {
  'openai-chat': openaiHeaders,
  'openai-responses': openaiHeaders,
  'anthropic-messages': anthropicHeaders,
};

/** `1h2m3s`, as OpenAI writes it. */
function toDuration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  return first < 0
    ? '0s'
    : parts
        .slice(first)
        .map(([count, unit]) => `${count}${unit}`)
        .join('');
}
