import type { Clock } from '../../clock';
import type { RelayedResponse } from './relay';

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
};

/** Writes frames to a client. The response begins with the first of them, so that until then it can still be an error. */
export class ClientFrames {
  #hasHead = false;
  #hasFrames = false;
  /** Frames that come in one turn of the event loop go out as one chunk. */
  #unsent = '';
  #lastSentAtMs: number;
  readonly #waiting = new Set<() => void>();

  /** @param headers are sent beside those of every stream. */
  constructor(
    private readonly client: RelayedResponse,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly onFirstFrame: () => void,
  ) {
    this.#lastSentAtMs = clock.nowMs();
  }

  /** Whether the response has begun, with a frame or with a keep-alive. */
  get hasHead(): boolean {
    return this.#hasHead;
  }

  /** Whether something of the answer was sent. */
  get hasFrames(): boolean {
    return this.#hasFrames;
  }

  /** When a frame or a keep-alive was last sent; before the first one, when the stream was opened. */
  get lastSentAtMs(): number {
    return this.#lastSentAtMs;
  }

  /** False when the client is slow. */
  write(frames: string): boolean {
    if (frames === '') return !this.client.response.writableNeedDrain;
    this.#begin();
    this.#lastSentAtMs = this.clock.nowMs();
    if (this.#unsent === '') queueMicrotask(() => this.#send());
    this.#unsent += frames;
    return !this.client.response.writableNeedDrain;
  }

  end(frames: string): void {
    this.#begin();
    const unsent = this.#unsent;
    this.#unsent = '';
    this.client.response.end(unsent + frames);
  }

  /** Shows that the line is alive, without being a part of the answer. A slow client has enough to read. */
  keepAlive(text: string): void {
    this.#lastSentAtMs = this.clock.nowMs();
    this.#writeHead();
    if (!this.client.response.writableNeedDrain) this.client.response.write(text);
  }

  onDrain(resume: () => void): void {
    if (this.#waiting.size === 0) {
      this.client.response.on('drain', () => {
        for (const waiting of this.#waiting) waiting();
      });
    }
    this.#waiting.add(resume);
  }

  #send(): void {
    const frames = this.#unsent;
    this.#unsent = '';
    if (frames !== '' && !this.client.response.destroyed) this.client.response.write(frames);
  }

  #begin(): void {
    this.#writeHead();
    if (this.#hasFrames) return;
    this.#hasFrames = true;
    this.onFirstFrame();
  }

  #writeHead(): void {
    if (this.#hasHead) return;
    this.#hasHead = true;
    this.client.writeHead(200, { ...STREAM_HEADERS, ...this.headers });
  }
}
