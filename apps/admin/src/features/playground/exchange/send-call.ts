import { createParser } from 'eventsource-parser';
import type { ChatCall } from '../protocols/chat';
import type { Frame, Header, ResponseHead } from './exchange';

/** The session of the administrator opens client routes to a request with this header, and the page needs no token. */
export const REQUEST_HEADERS: readonly Header[] = [
  ['content-type', 'application/json'],
  ['x-playground', '1'],
];

interface Listener {
  onHead: (head: ResponseHead) => void;
  onFrame: (frame: Frame) => void;
}

/**
 * Sends a call as a client would, and tells of the answer while it comes. Resolves at its end, whatever its status.
 * @throws what `fetch` throws: for a gateway that does not answer, and when the signal aborts
 */
export async function sendCall(call: ChatCall, signal: AbortSignal, listener: Listener): Promise<void> {
  const startedMs = performance.now();
  const sinceMs = (): number => performance.now() - startedMs;
  const response = await fetch(new URL(call.path, window.location.origin), {
    method: 'POST',
    headers: REQUEST_HEADERS.map(([name, value]): [string, string] => [name, value]),
    body: JSON.stringify(call.body),
    signal,
  });
  const { status, statusText } = response;
  listener.onHead({ status, statusText, headers: [...response.headers], atMs: sinceMs() });
  if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body) {
    const text = await response.text();
    listener.onFrame({ atMs: sinceMs(), text, data: text });
    return;
  }
  const parser = createParser({
    onEvent: ({ event, data }) =>
      listener.onFrame({ atMs: sinceMs(), data, text: `${event ? `event: ${event}\n` : ''}data: ${data}` }),
    onComment: (comment) => listener.onFrame({ atMs: sinceMs(), text: `: ${comment}` }),
  });
  await readText(response.body, signal, (text) => parser.feed(text));
}

async function readText(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    signal.throwIfAborted();
    if (done) return;
    onText(decoder.decode(value, { stream: true }));
  }
}
