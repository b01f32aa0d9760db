import { isReadableReply } from '../../gemini/reply/readable-reply';
import type { ReplyHeaders } from '../../upstream/reply-receiver';
import { SseDecoder } from '../../upstream/stream/sse-decoder';
import type { ChunkTarget } from '../chunks/chunk-target';
import type { ReplySink } from './reply-sink';

/** Reads an answer that is to be translated: the events of a stream one by one, a body as one chunk. */
export class DecodedReply implements ReplySink {
  readonly isReading = true;
  #events: SseDecoder | undefined;
  readonly #body: Buffer[] = [];
  #isBroken = false;

  constructor(
    private readonly form: 'sse' | 'unary',
    private readonly target: ChunkTarget,
  ) {}

  /** Whether part of the answer could not be read. */
  get isBroken(): boolean {
    return this.#isBroken || this.#events?.isBroken === true;
  }

  open(): void {}

  write(bytes: Buffer): boolean {
    if (this.form === 'sse') this.#decoder.push(bytes);
    else this.#body.push(bytes);
    return this.target.flush();
  }

  /** Upstream may answer with a body where a stream was asked for. */
  sendWhole(_status: number, headers: ReplyHeaders, body: Buffer, json?: unknown): void {
    if (json !== undefined) this.#takeAll(json);
    else if (String(headers['content-type']).includes('event-stream')) this.#decoder.push(body);
    else this.#body.push(body);
    this.end();
  }

  end(): void {
    this.#events?.end();
    if (this.#body.length > 0) this.#parse(this.#body);
    this.target.flush();
  }

  onDrain(resume: () => void): void {
    this.target.onDrain(resume);
  }

  get #decoder(): SseDecoder {
    this.#events ??= new SseDecoder((value) => this.#take(value));
    return this.#events;
  }

  #parse(body: readonly Buffer[]): void {
    const whole = body.length === 1 ? body[0]! : Buffer.concat(body);
    try {
      this.#takeAll(JSON.parse(whole.toString('utf8')));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#isBroken = true;
    }
  }

  #takeAll(value: unknown): void {
    if (!Array.isArray(value)) this.#take(value);
    else for (const chunk of value) this.#take(chunk);
  }

  #take(value: unknown): void {
    if (isReadableReply(value)) this.target.take(value);
    else this.#isBroken = true;
  }
}
