import type { IncomingMessage, ServerResponse } from 'node:http';
import { Cancellation } from '../../core/cancellation';
import type { CallTiming } from '../../core/gateway/observing/call-timing';
import type { TokenUsage } from '../../core/gemini/reply/usage';
import type { KeyId } from '../../core/keypool/hold';
import type { Protocol } from '../../core/protocol/protocol';
import type { ClientIdentity } from '../identity/client-identity';

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

/** Header values by lower-case name. */
export type ResponseHeaders = Readonly<Record<string, string>>;

/** One client request and its response, from the router to the request log. */
export class ClientExchange {
  /** What is learnt on the way. */
  readonly facts: RequestFacts = {};
  /** Set once the client's token has been found valid. */
  identity: ClientIdentity | undefined;
  /** Cancelled when the client leaves before its answer is complete. */
  readonly clientLeft = new Cancellation();
  /** Part of every response to this request. */
  readonly ownHeaders: Record<string, string>;
  readonly #onClosed: (() => void)[] = [];
  #attempts = 0;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    /** The pattern of the route: `/v1beta/models/*`. */
    readonly routePath: string,
    readonly protocol: Protocol,
    readonly requestId: string,
    readonly startedAtMs: number,
    /** What follows the route's `/*`, percent-decoded once. */
    readonly tail: string,
    /** Undefined where the URL has no query. */
    readonly query: URLSearchParams | undefined,
    /** Told to the client with its answer; absent where it is not to be. */
    readonly timing?: CallTiming,
  ) {
    this.ownHeaders = { 'x-request-id': requestId };
    // Where clients of Anthropic look for it.
    if (protocol === 'anthropic-messages') this.ownHeaders['request-id'] = requestId;
    response.once('close', () => this.#close());
  }

  /** The number of the next attempt that is made for it, from 1. */
  nextAttempt(): number {
    return ++this.#attempts;
  }

  /** Calls `act` when the response is over, in whatever way. */
  onClosed(act: () => void): void {
    this.#onClosed.push(act);
  }

  /** Begins the response, with the headers that every response has. */
  writeHead(status: number, headers: ResponseHeaders): void {
    // A flat list costs Node less than headers that are set one by one and then merged.
    const list: string[] = [];
    for (const name in this.ownHeaders) list.push(name, this.ownHeaders[name]!);
    for (const name in headers) list.push(name, headers[name]!);
    // Strangers learn nothing.
    if (this.timing !== undefined && this.identity !== undefined)
      list.push('server-timing', this.timing.toHeader());
    this.response.writeHead(status, list);
  }

  /** Answers with JSON. */
  sendJson(body: unknown, status = 200, headers: ResponseHeaders = {}): void {
    const text = JSON.stringify(body);
    this.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(text)),
      ...headers,
    });
    this.response.end(text);
  }

  #close(): void {
    if (!this.response.writableFinished) this.clientLeft.cancel();
    for (const act of this.#onClosed) act();
  }
}
