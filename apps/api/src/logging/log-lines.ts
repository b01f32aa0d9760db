import type { LineSink } from './line-sink';

/** Lines that are kept until somebody listens: those of the start. */
const MOST_KEPT = 1_000;

/** Told of each line, which ends with a line feed. Must not throw, and must not log. */
export type LineListener = (line: string) => void;

/** The log lines of the process, for everybody who wants them beside standard output. */
export class LogLines implements LineSink {
  readonly #listeners = new Set<LineListener>();
  /** Until the first listener comes. */
  #kept: string[] | undefined = [];

  write(line: string): void {
    if (this.#kept !== undefined && this.#kept.length < MOST_KEPT) this.#kept.push(line);
    for (const listener of this.#listeners) listener(line);
  }

  /** The first listener is told what was written before it came. Returns the function that ends the subscription. */
  onLine(listener: LineListener): () => void {
    const kept = this.#kept ?? [];
    this.#kept = undefined;
    this.#listeners.add(listener);
    for (const line of kept) listener(line);
    return () => void this.#listeners.delete(listener);
  }
}

/** Whether a line is one for `debug.log` alone. */
export function isDebugLine(line: string): boolean {
  return line.startsWith('{"level":"debug"') || line.startsWith('{"level":"trace"');
}
