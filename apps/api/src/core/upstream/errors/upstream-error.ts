import type { ErrorDetail, UpstreamError } from '../../outcome';
import { httpStatusOf } from './rpc-status';
import { scrubCredentials, scrubJson } from './scrub-credentials';

const MAX_PARSED_BYTES = 1024 * 1024;
const MAX_MESSAGE_CHARS = 4_000;
const MAX_NESTING = 3;

/** The fields of an error envelope, each of them possibly missing or of a wrong type upstream. */
interface Envelope {
  readonly code?: number;
  readonly status?: string;
  readonly message?: string;
  readonly details: readonly ErrorDetail[];
}

/**
 * Reads the body of a refusal, whatever its form: an object or an array of one, without details, with a
 * null code, JSON inside the message, HTML, or nothing. Never throws. The result holds no credential.
 */
export function parseUpstreamError(status: number, body: Buffer): UpstreamError {
  const text = body.toString('utf8', 0, MAX_PARSED_BYTES);
  return toUpstreamError(status, parseJson(text) ?? textOf(text));
}

/**
 * The same for an error that was parsed already, such as the JSON of an error event.
 * `status` is the reply's; an error inside a reply with 200 brings its own.
 */
export function toUpstreamError(status: number, error: unknown): UpstreamError {
  const { code, status: rpcStatus, message, details } = readEnvelope(error);
  const stated = status >= 400 ? status : (code ?? httpStatusOf(rpcStatus) ?? 500);
  const answered = status >= 300 ? status : stated;
  const project = projectOf(details, message ?? '');
  return {
    status: stated,
    ...(rpcStatus === undefined ? {} : { rpcStatus }),
    message: scrubCredentials(message ?? `Upstream answered ${answered} without an explanation.`).slice(
      0,
      MAX_MESSAGE_CHARS,
    ),
    details: details.map((detail) => scrubJson(detail) as ErrorDetail),
    ...(project === undefined ? {} : { project }),
  };
}

/** Whether JSON is an error envelope, or an array that holds one: `{"error": …}`, `[{"error": …}]`. */
export function isErrorEnvelope(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => isRecord(item) && isError(item['error']));
  return isRecord(value) && isError(value['error']);
}

function isError(value: unknown): boolean {
  return isRecord(value) || (typeof value === 'string' && value !== '');
}

function readEnvelope(value: unknown, nesting = 0): Envelope {
  if (typeof value === 'string') return value === '' ? { details: [] } : { message: value, details: [] };
  if (Array.isArray(value)) {
    return readEnvelope(value.find((item) => isErrorEnvelope(item)) ?? value[0] ?? '', nesting);
  }
  if (!isRecord(value)) return { details: [] };
  const error = isRecord(value['error']) ? value['error'] : value;
  const outer: Envelope = {
    code: httpCode(error['code']),
    status: rpcStatusOf(error),
    message: messageOf(error),
    details: Array.isArray(error['details']) ? error['details'].filter(isRecord) : [],
  };
  const inner = nesting < MAX_NESTING ? nestedError(outer.message) : undefined;
  return inner === undefined ? outer : merge(readEnvelope(inner, nesting + 1), outer);
}

/** Proxies pack the whole body of the error they received into the message of their own. */
function nestedError(message: string | undefined): unknown {
  if (message === undefined || !/^\s*[[{]/.test(message)) return undefined;
  const parsed = parseJson(message);
  return isErrorEnvelope(parsed) ? parsed : undefined;
}

function merge(inner: Envelope, outer: Envelope): Envelope {
  return {
    code: inner.code ?? outer.code,
    status: inner.status ?? outer.status,
    message: inner.message ?? outer.message,
    details: inner.details.length > 0 ? inner.details : outer.details,
  };
}

function messageOf(error: Readonly<Record<string, unknown>>): string | undefined {
  for (const field of ['message', 'error_description', 'error', 'detail']) {
    const value = error[field];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

function rpcStatusOf(error: Readonly<Record<string, unknown>>): string | undefined {
  const { status } = error;
  return typeof status === 'string' && /^[A-Z_]+$/.test(status) ? status : undefined;
}

function httpCode(value: unknown): number | undefined {
  const code = Number(value);
  return value !== null && Number.isInteger(code) && code >= 400 && code <= 599 ? code : undefined;
}

/** `projects/123` of the project that owns the key, from ErrorInfo's consumer or from the sentence. */
function projectOf(details: readonly ErrorDetail[], message: string): string | undefined {
  for (const { metadata } of details) {
    const consumer = isRecord(metadata) ? metadata['consumer'] : undefined;
    if (typeof consumer === 'string' && consumer.startsWith('projects/')) return consumer;
  }
  const named = /\bproject (\d{3,})\b/.exec(message);
  return named ? `projects/${named[1]}` : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What an HTML page of a front end says, in one line. */
function textOf(body: string): string {
  return body
    .slice(0, 16_384)
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
