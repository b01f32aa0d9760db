/** Made once: the trace of each would cost more than the rest of a cancellation. */
const NOBODY_WAITS = new DOMException('Nobody waits for an answer any more.', 'AbortError');

/**
 * Tells that nobody waits for an answer any more. An AbortSignal does the same, but costs microseconds on every
 * request; where a library wants one, `signal` makes it.
 */
export class Cancellation {
  #isCancelled = false;
  readonly #acts: (() => void)[] = [];
  #controller: AbortController | undefined;

  /** One that follows an AbortSignal. */
  static following(signal: AbortSignal): Cancellation {
    const cancellation = new Cancellation();
    if (signal.aborted) cancellation.cancel();
    else signal.addEventListener('abort', () => cancellation.cancel(), { once: true });
    return cancellation;
  }

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#isCancelled) this.#controller.abort(NOBODY_WAITS);
    return this.#controller.signal;
  }

  /** Called at once when it is cancelled, and at once when it has been. */
  add(act: () => void): void {
    if (this.#isCancelled) act();
    else this.#acts.push(act);
  }

  remove(act: () => void): void {
    const at = this.#acts.indexOf(act);
    if (at >= 0) this.#acts.splice(at, 1);
  }

  cancel(): void {
    if (this.#isCancelled) return;
    this.#isCancelled = true;
    for (const act of this.#acts.splice(0)) act();
    this.#controller?.abort(NOBODY_WAITS);
  }
}
