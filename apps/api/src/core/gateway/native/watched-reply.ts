import { forwardedQuery } from '../../gemini/native/forwarded-request';
import type { ReplyHeaders } from '../../upstream/reply-receiver';
import type { ReplySink } from '../sinks/reply-sink';

/** Enough of the beginning of a long reply to find its name in, and of the end to find its usage. */
const EDGE_BYTES = 16 * 1024;

/** Who looks at an answer before the client gets it. */
export interface ReplyWatch {
  /** A whole answer; `json` is undefined where it is not JSON. The client gets it once this has resolved; never rejects. */
  whole(json: unknown): Promise<void>;
  /** The beginning of a long answer or a stream, longer each time, until true is returned. */
  beginning(text: string): boolean;
  /** The last part of such an answer, once it is complete. */
  ending(text: string): void;
}

/** An answer on its way to the client, with somebody who looks at it: for calls about resources, which are few. */
export class WatchedReply implements ReplySink {
  #head: Buffer | undefined = Buffer.alloc(0);
  #tail: Buffer = Buffer.alloc(0);

  constructor(
    private readonly sink: ReplySink,
    private readonly watch: ReplyWatch,
  ) {}

  open(status: number, headers: ReplyHeaders): void {
    this.sink.open(status, headers);
  }

  write(bytes: Buffer): boolean {
    this.#lookAt(bytes);
    return this.sink.write(bytes);
  }

  sendWhole(status: number, headers: ReplyHeaders, body: Buffer, json?: unknown): void {
    const passed = typeof headers.location === 'string' ? redirectedHere(headers, headers.location) : headers;
    void this.watch.whole(json).then(() => this.sink.sendWhole(status, passed, body, json));
  }

  end(): void {
    this.watch.ending(this.#tail.toString('utf8'));
    this.sink.end();
  }

  onDrain(resume: () => void): void {
    this.sink.onDrain(resume);
  }

  #lookAt(bytes: Buffer): void {
    const last = bytes.length > EDGE_BYTES ? bytes.subarray(-EDGE_BYTES) : bytes;
    this.#tail = Buffer.concat([this.#tail, last]).subarray(-EDGE_BYTES);
    if (this.#head === undefined) return;
    this.#head = Buffer.concat([this.#head, bytes.subarray(0, EDGE_BYTES)]);
    const isDone = this.watch.beginning(this.#head.toString('utf8')) || this.#head.length >= EDGE_BYTES;
    if (isDone) this.#head = undefined;
  }
}

/** Upstream sends a client who downloads from one path to another: both are the gateway's as well. */
function redirectedHere(headers: ReplyHeaders, location: string): ReplyHeaders {
  if (!URL.canParse(location, 'http://upstream')) return { ...headers, location: undefined };
  const { pathname, searchParams } = new URL(location, 'http://upstream');
  return { ...headers, location: pathname + forwardedQuery(searchParams) };
}
