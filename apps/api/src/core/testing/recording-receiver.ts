import type { NetworkFailure } from '../outcome';
import type { ReplyHeaders, ReplyReceiver } from '../upstream/reply-receiver';

/** Keeps what it is told about one reply, and lets a test wait for its parts. */
export class RecordingReceiver implements ReplyReceiver {
  readonly calls: string[] = [];
  status: number | undefined;
  headers: ReplyHeaders = {};
  body = '';
  receivedBytes = 0;
  failure: NetworkFailure | undefined;
  message = '';
  /** What `onData` answers. */
  wantsMore = true;
  /** Resolves with the end or the failure. */
  readonly over: Promise<void>;
  readonly firstData: Promise<void>;
  #end!: () => void;
  #start!: () => void;

  constructor() {
    this.over = new Promise((resolve) => (this.#end = resolve));
    this.firstData = new Promise((resolve) => (this.#start = resolve));
  }

  onHead(status: number, headers: ReplyHeaders): void {
    this.calls.push('head');
    this.status = status;
    this.headers = headers;
  }

  onData(chunk: Buffer): boolean {
    if (this.calls.at(-1) !== 'data') this.calls.push('data');
    this.receivedBytes += chunk.length;
    if (this.body.length < 10_000) this.body += chunk.toString();
    this.#start();
    return this.wantsMore;
  }

  onEnd(): void {
    this.calls.push('end');
    this.#end();
  }

  onFailure(failure: NetworkFailure, message: string): void {
    this.calls.push('failure');
    this.failure = failure;
    this.message = message;
    this.#end();
  }
}
