import type { RecordedRequest } from './recorded-request';

/** Which requests a test means. */
export type RequestMatch = (request: RecordedRequest) => boolean;

/** `headers`: as soon as the request line and headers are there. `body` (the default): when its body was read, too. */
export interface WaitOptions {
  readonly at?: 'headers' | 'body';
}

interface Waiter {
  readonly isMet: RequestMatch;
  readonly isTaking: boolean;
  readonly resolve: (request: RecordedRequest) => void;
  readonly reject: (error: Error) => void;
}

/** Keeps the last requests and tells who waits for one. */
export class Recorder {
  readonly #limit: number;
  #requests: RecordedRequest[] = [];
  #received = 0;
  #waiters: Waiter[] = [];
  readonly #taken = new WeakSet<RecordedRequest>();

  /** Keeps the last `limit` requests. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  /** All that ever came, also those no longer kept. */
  get received(): number {
    return this.#received;
  }

  add(request: RecordedRequest): void {
    this.#received += 1;
    this.#requests.push(request);
    if (this.#requests.length > this.#limit) this.#requests.shift();
    this.notify(request);
  }

  /** Call when something about the request changed that somebody may wait for. */
  notify(request: RecordedRequest): void {
    for (const waiter of [...this.#waiters]) {
      if ((waiter.isTaking && this.#taken.has(request)) || !waiter.isMet(request)) continue;
      this.#hand(waiter, request);
    }
  }

  /** Each request once, in order of arrival: the oldest that matches and was not taken yet, or the next to come. */
  take(match: RequestMatch, options: WaitOptions): Promise<RecordedRequest> {
    return this.#wait(match, options, true);
  }

  /** The oldest that matches, taken or not, or the next to come. */
  find(match: RequestMatch, options: WaitOptions): Promise<RecordedRequest> {
    return this.#wait(match, options, false);
  }

  forget(): void {
    this.#requests = [];
  }

  /** Rejects all who still wait. */
  close(): void {
    for (const waiter of this.#waiters)
      waiter.reject(new Error('The simulator was closed before the awaited request came'));
    this.#waiters = [];
  }

  #wait(match: RequestMatch, { at = 'body' }: WaitOptions, isTaking: boolean): Promise<RecordedRequest> {
    const isMet: RequestMatch = (request) => (at === 'headers' || request.isRead) && match(request);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { isMet, isTaking, resolve, reject };
      this.#waiters.push(waiter);
      const found = this.#requests.find(
        (request) => !(isTaking && this.#taken.has(request)) && isMet(request),
      );
      if (found) this.#hand(waiter, found);
    });
  }

  #hand(waiter: Waiter, request: RecordedRequest): void {
    this.#waiters = this.#waiters.filter((other) => other !== waiter);
    if (waiter.isTaking) this.#taken.add(request);
    waiter.resolve(request);
  }
}
