import type { UpstreamError } from '../../outcome';
import type { ReplyHeaders } from '../reply-receiver';

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/**
 * How long upstream asks to wait, in whole milliseconds, rounded up: RetryInfo first, then a header, then the
 * sentence `Please retry in 34.07s`. Undefined where it does not say. On a daily quota the figure is misleading.
 */
export function retryDelayMs(
  error: Pick<UpstreamError, 'details' | 'message'>,
  headers: ReplyHeaders = {},
): number | undefined {
  for (const { retryDelay } of error.details) {
    const delay =
      typeof retryDelay === 'string' ? parseDuration(retryDelay) : fromSecondsAndNanos(retryDelay);
    if (delay !== undefined) return delay;
  }
  return fromHeaders(headers) ?? fromSentence(error.message);
}

/** Reads `41s`, `41.065029449s`, `900ms`, `1h2m3.5s`. */
function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(trimmed)) return undefined;
  let totalMs = 0;
  for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    totalMs += Number(amount) * UNIT_MS[unit!]!;
  }
  return wholeMs(totalMs);
}

/** proto JSON writes a Duration as a string; some front ends write its fields. */
function fromSecondsAndNanos(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { seconds, nanos } = value as { seconds?: unknown; nanos?: unknown };
  return seconds === undefined ? undefined : wholeMs(Number(seconds) * 1_000 + Number(nanos ?? 0) / 1e6);
}

function fromHeaders(headers: ReplyHeaders): number | undefined {
  return numberOf(headers['retry-after-ms'], 1) ?? numberOf(headers['retry-after'], 1_000);
}

function numberOf(value: string | string[] | undefined, unitMs: number): number | undefined {
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)
    ? wholeMs(Number(value) * unitMs)
    : undefined;
}

function fromSentence(message: string): number | undefined {
  const found = /\b(?:retry|try again) (?:in|after) ((?:\d+(?:\.\d+)?(?:ms|s|m|h))+)\b/i.exec(message);
  if (found) return parseDuration(found[1]!.toLowerCase());
  const spelled = /\b(?:retry|try again) (?:in|after) (\d+(?:\.\d+)?) seconds?\b/i.exec(message);
  return spelled ? wholeMs(Number(spelled[1]) * 1_000) : undefined;
}

function wholeMs(ms: number): number | undefined {
  return Number.isFinite(ms) && ms >= 0 ? Math.ceil(ms) : undefined;
}
