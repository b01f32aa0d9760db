import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import { SourceLinks } from '../../gemini/reply/source-links';
import type { ChunkTarget } from './chunk-target';

/** What becomes of the chunks of one reply before the client's dialect is made of them; in order. */
export type Alteration = (
  chunk: GenerateContentResponse,
) => GenerateContentResponse | Promise<GenerateContentResponse>;

/** The same at once. */
export type PlainAlteration = (chunk: GenerateContentResponse) => GenerateContentResponse;

/** An alteration that appends the sources of answers. */
export function sourceLinks(): PlainAlteration {
  const links = new SourceLinks();
  return (chunk) => links.add(chunk);
}

/** Hands chunks on altered, in their order; while one takes its time upstream waits. */
export class AlteredChunks implements ChunkTarget {
  #waiting: Promise<void> | undefined;
  #waitingCount = 0;
  #failure: { readonly reason: unknown } | undefined;
  #resume: () => void = () => undefined;

  constructor(
    private readonly target: ChunkTarget,
    private readonly alter: Alteration,
  ) {}

  take(chunk: GenerateContentResponse): void {
    if (this.#waiting !== undefined) return this.#takeLater(this.#waiting.then(() => this.alter(chunk)));
    const altered = this.alter(chunk);
    if (altered instanceof Promise) this.#takeLater(altered);
    else this.target.take(altered);
  }

  flush(): boolean {
    return this.target.flush() && this.#waiting === undefined;
  }

  onDrain(resume: () => void): void {
    this.#resume = resume;
    this.target.onDrain(resume);
  }

  /** Resolves when every chunk is handed on. @throws what an alteration failed with */
  async settled(): Promise<void> {
    while (this.#waiting !== undefined) await this.#waiting;
    if (this.#failure !== undefined) throw this.#failure.reason;
    this.target.flush();
  }

  #takeLater(altered: Promise<GenerateContentResponse>): void {
    this.#waitingCount += 1;
    this.#waiting = altered
      .then(
        (chunk) => this.target.take(chunk),
        (reason: unknown) => void (this.#failure ??= { reason }),
      )
      .then(() => this.#handedOn());
  }

  #handedOn(): void {
    this.#waitingCount -= 1;
    if (this.#waitingCount > 0) return;
    this.#waiting = undefined;
    if (this.target.flush()) this.#resume();
  }
}
