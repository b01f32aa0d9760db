import type { TailEventDto, TailFilter } from '@gemini-balance/shared';
import type { AttemptSettled, RequestFinished } from '../../../core/gateway/observing/gateway-observer';
import type { LogLines } from '../../../logging/log-lines';
import { toAppEvent, toErrorEvent, toRequestEvent } from './tail-event';
import { isLetThrough } from './tail-filter';

/** Who watches the tail. */
export interface TailReader {
  readonly filter: TailFilter;
  /** Takes an event as JSON. Must not throw. */
  take(text: string): void;
}

/** Tells what happens to whoever watches. Costs nothing while nobody does. */
export class LiveTail {
  readonly #readers = new Set<TailReader>();
  #stopListening: (() => void) | undefined;

  constructor(private readonly lines: LogLines) {}

  /** Returns the function that ends it. */
  watch(reader: TailReader): () => void {
    this.#readers.add(reader);
    this.#stopListening ??= this.lines.onLine((line) => this.#tellLine(line));
    return () => {
      this.#readers.delete(reader);
      if (this.#readers.size > 0) return;
      this.#stopListening?.();
      this.#stopListening = undefined;
    };
  }

  requestFinished(event: RequestFinished): void {
    if (this.#readers.size > 0) this.#tell(toRequestEvent(event));
  }

  attemptSettled(event: AttemptSettled): void {
    if (this.#readers.size === 0) return;
    const told = toErrorEvent(event);
    if (told !== undefined) this.#tell(told);
  }

  #tellLine(line: string): void {
    try {
      this.#tell(toAppEvent(line));
    } catch {
      // Whatever is wrong with a log line, logging it would only make another one.
    }
  }

  #tell(event: TailEventDto): void {
    const text = JSON.stringify(event);
    for (const reader of this.#readers) if (isLetThrough(event, text, reader.filter)) reader.take(text);
  }
}
