import type { Dispatcher } from 'undici';
import { describeNetworkError } from './egress/network-failure';
import type { ListedFlight, OpenFlights } from './open-flights';
import type { ReplyHeaders, ReplyReceiver, UpstreamFlight } from './reply-receiver';

/** Stands between undici and one receiver: keeps the order of calls and stays silent once it is over. */
export class UndiciFlight implements UpstreamFlight, ListedFlight, Dispatcher.DispatchHandler {
  place = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #isOver = false;

  constructor(
    private readonly receiver: ReplyReceiver,
    readonly egressId: string | undefined,
    /** The flights that are not over, this one among them. */
    private readonly open: OpenFlights,
  ) {
    open.add(this);
  }

  resume(): void {
    this.#controller?.resume();
  }

  abort(): void {
    this.#finish();
    this.#controller?.abort(aborted());
  }

  /** Closes the upstream socket; the receiver hears of it as of a broken connection. */
  breakOff(message: string): void {
    if (this.#isOver) return;
    this.abort();
    this.receiver.onFailure('reset', message);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isOver) controller.abort(aborted());
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: ReplyHeaders): void {
    // Informational heads come before the real one.
    if (this.#isOver || status < 200) return;
    this.receiver.onHead(status, headers);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#isOver && !this.receiver.onData(chunk)) controller.pause();
  }

  onResponseEnd(): void {
    if (this.#isOver) return;
    this.#finish();
    this.receiver.onEnd();
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, error: Error): void {
    // A request that undici refuses outright fails while it is still being sent.
    if (this.#controller) this.#fail(error);
    else queueMicrotask(() => this.#fail(error));
  }

  #finish(): void {
    this.#isOver = true;
    this.open.delete(this);
  }

  #fail(error: Error): void {
    if (this.#isOver) return;
    this.#finish();
    const { failure, message } = describeNetworkError(error);
    this.receiver.onFailure(failure, message);
  }
}

function aborted(): Error {
  return new Error('aborted');
}
