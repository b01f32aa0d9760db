import type { IncomingHttpHeaders } from 'node:http';
import type { FaultKind } from '../faults/fault';
import type { RequestFacts } from '../faults/fault-rules';
import { parseJson } from '../proto/read-body';

/** How a request ended: answered whole, left by the client, or broken off by a fault. */
export type RequestEnd = 'answered' | 'left' | 'broken';

/** A request as it came in, and what became of it. */
export class RecordedRequest {
  /** Counts from 1 in order of arrival. */
  readonly n: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly key: string | undefined;
  readonly model: string | undefined;
  readonly action: string | undefined;
  /** When its headers arrived, by the simulator's clock. */
  readonly atMs: number;
  /** The body; empty until `isRead`. */
  body: Buffer = Buffer.alloc(0);
  /** Whether the body arrived whole. */
  isRead = false;
  /** Status of the reply, once it began. */
  status: number | undefined;
  /** The faults that acted on it. */
  faults: readonly FaultKind[] = [];
  /** Whether the client closed the connection before the reply was complete. */
  closedByClient = false;
  /** Resolves when the request is over. */
  readonly ended: Promise<RequestEnd>;
  #end: (end: RequestEnd) => void = () => {};

  constructor(
    n: number,
    facts: RequestFacts,
    query: URLSearchParams,
    headers: IncomingHttpHeaders,
    atMs: number,
  ) {
    this.n = n;
    this.method = facts.method;
    this.path = facts.path;
    this.query = query;
    this.headers = headers;
    this.key = facts.key;
    this.model = facts.model;
    this.action = facts.action;
    this.atMs = atMs;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** The body as JSON; undefined where it is none. */
  get json(): unknown {
    return parseJson(this.body);
  }

  /** Resolves when the client closes the connection before the reply is complete; rejects when the request ends otherwise. */
  get closed(): Promise<void> {
    return this.ended.then((end) => {
      if (end !== 'left') throw new Error(`Request ${this.n} was ${end}, not closed by its client`);
    });
  }

  /** Told once by the server; later ends are ignored. */
  end(end: RequestEnd): void {
    if (end === 'left') this.closedByClient = true;
    this.#end(end);
  }
}
