import type { IncomingMessage, ServerResponse } from 'node:http';
import { Cancellation } from '../core/cancellation';
import type { TokenUsage } from '../core/gemini/usage';
import type { KeyId } from '../core/keypool/hold';
import type { Protocol } from '../core/protocol/protocol';
import type { ClientIdentity } from './client-identity';
import type { ClientRoute } from './client-route';

/** What a handler learns about a request, for the request log. */
export interface RequestFacts {
  model?: string;
  isStream?: boolean;
  attempts?: number;
  keyId?: KeyId;
  usage?: TokenUsage;
  /** When the first byte of the answer was sent. */
  firstByteAtMs?: number;
  errorCode?: string;
}

/** One client request and its response, from the router to the request log. */
export class ClientExchange {
  /** What is learnt on the way. */
  readonly facts: RequestFacts = {};
  /** Set once the client's token has been found valid. */
  identity: ClientIdentity | undefined;
  /** Cancelled when the client leaves before its answer is complete. */
  readonly clientLeft = new Cancellation();
  readonly #onClosed: (() => void)[] = [];

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    readonly route: ClientRoute,
    readonly protocol: Protocol,
    readonly requestId: string,
    readonly startedAtMs: number,
    /** What follows the route's `/*`, percent-decoded once. */
    readonly tail: string,
    /** Undefined where the URL has no query. */
    readonly query: URLSearchParams | undefined,
  ) {
    response.once('close', () => this.#close());
  }

  /** Calls `act` when the response is over, in whatever way. */
  onClosed(act: () => void): void {
    this.#onClosed.push(act);
  }

  /** Answers with JSON. */
  sendJson(body: unknown, status = 200): void {
    const text = JSON.stringify(body);
    this.response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    this.response.end(text);
  }

  #close(): void {
    if (!this.response.writableFinished) this.clientLeft.cancel();
    for (const act of this.#onClosed) act();
  }
}
