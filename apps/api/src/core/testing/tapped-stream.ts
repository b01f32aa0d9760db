import { ResponseTap } from '../upstream/stream/response-tap';

type Form = 'sse' | 'json-array';

/** What came out of a tap, and what it learned. */
export interface Seen {
  readonly out: string;
  readonly sawContent: boolean;
  readonly sawFinish: boolean;
  readonly usage: unknown;
  readonly errorKind: string | undefined;
}

/** Runs a whole reply through a tap. */
export function watch(form: Form, chunks: readonly Buffer[]): Seen {
  const tap = new ResponseTap(form);
  const out = chunks.map((chunk) => tap.push(chunk));
  out.push(tap.end());
  return {
    out: Buffer.concat(out.filter((bytes) => bytes !== undefined)).toString('utf8'),
    sawContent: tap.sawContent,
    sawFinish: tap.sawFinish,
    usage: tap.usage,
    errorKind: tap.error?.kind,
  };
}

/** A chunk of a reply with one text part; `more` goes into its candidate. */
export function text(value: string, more: object = {}): object {
  return { candidates: [{ content: { role: 'model', parts: [{ text: value }] }, ...more }] };
}

export function event(value: object): string {
  return `data: ${JSON.stringify(value)}\r\n\r\n`;
}

/** The same bytes cut into chunks of these sizes in turn. */
export function pieces(bytes: string, sizes: readonly number[]): Buffer[] {
  const all = Buffer.from(bytes);
  const chunks: Buffer[] = [];
  for (let at = 0, turn = 0; at < all.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    chunks.push(all.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

export const FIRST = event(text('Hel'));
export const LAST = event({ ...text('lo', { finishReason: 'STOP' }), usageMetadata: { totalTokenCount: 7 } });
export const ERROR = { error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } };
