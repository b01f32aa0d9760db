import { isReadableReply } from '../gemini/readable-reply';
import type { ReplyHeaders } from '../upstream/reply-receiver';
import { SseDecoder } from '../upstream/sse-decoder';
import type { ChunkTarget } from './chunk-target';
import type { ReplySink } from './reply-sink';

/** Reads an answer that is to be translated: the events of a stream one by one, a body as one chunk. */
export class DecodedReply implements ReplySink {
  readonly #decoder: SseDecoder;
  readonly #body: Buffer[] = [];
  #isBroken = false;

  constructor(
    private readonly form: 'sse' | 'unary',
    private readonly target: ChunkTarget,
  ) {
    this.#decoder = new SseDecoder((value) => this.#take(value));
  }

  /** Whether part of the answer could not be read. */
  get isBroken(): boolean {
    return this.#isBroken || this.#decoder.isBroken;
  }

  open(): void {}

  write(bytes: Buffer): boolean {
    if (this.form === 'sse') this.#decoder.push(bytes);
    else this.#body.push(bytes);
    return this.target.flush();
  }

  /** Upstream may answer with a body where a stream was asked for. */
  sendWhole(_status: number, headers: ReplyHeaders, body: Buffer): void {
    if (String(headers['content-type']).includes('event-stream')) this.#decoder.push(body);
    else this.#body.push(body);
    this.end();
  }

  end(): void {
    this.#decoder.end();
    if (this.#body.length > 0) this.#parse(Buffer.concat(this.#body).toString('utf8'));
    this.target.flush();
  }

  onDrain(resume: () => void): void {
    this.target.onDrain(resume);
  }

  #parse(text: string): void {
    try {
      const value: unknown = JSON.parse(text);
      for (const chunk of Array.isArray(value) ? value : [value]) this.#take(chunk);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#isBroken = true;
    }
  }

  #take(value: unknown): void {
    if (isReadableReply(value)) this.target.take(value);
    else this.#isBroken = true;
  }
}
