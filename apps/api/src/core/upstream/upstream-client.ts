import { Readable } from 'node:stream';
import type { UpstreamCall } from '../gemini/upstream-call';
import type { Secret } from '../secret';
import type { EgressDispatchers } from './egress/egress-dispatchers';
import { OpenFlights } from './open-flights';
import type { ReplyReceiver, UpstreamFlight } from './reply-receiver';
import { requestHeaders } from './request-headers';
import { UndiciFlight } from './undici-flight';

export type { ReplyReceiver, UpstreamFlight };

export interface UpstreamOptions {
  /** Scheme, host and path of BASE_URL, without a trailing slash or version segment: `https://host/prefix`. */
  readonly origin: string;
  /** From sending the request to the head of the reply; 0 waits for ever. */
  readonly firstByteTimeoutMs: number;
  /** Between two pieces of the reply; does not run while the reply is paused; 0 waits for ever. */
  readonly idleTimeoutMs: number;
  /** Added to every request; those that name a credential or frame the message are left out. */
  readonly customHeaders: Readonly<Record<string, string>>;
}

/** A key as the client needs it. */
export interface UpstreamCredential {
  readonly secret: Secret;
  /** Stable for a key; decides which egress proxy it uses. */
  readonly fingerprint: string;
}

/** Sends calls to upstream over kept connections. The only place where a key is written out. */
export class UpstreamClient {
  #origin = '';
  #host = '';
  #prefix = '';
  readonly #flights = new OpenFlights();

  constructor(
    private readonly egress: EgressDispatchers,
    private readonly options: () => UpstreamOptions,
  ) {}

  /**
   * Sends a call. Never throws or rejects for the network: what goes wrong there is told to the receiver,
   * always after this returned. A kept connection that upstream closed in the same moment fails with
   * `reset` before `onHead`; sending the call again opens a fresh one.
   */
  send(call: UpstreamCall, credential: UpstreamCredential, receiver: ReplyReceiver): UpstreamFlight {
    const options = this.options();
    if (options.origin !== this.#origin) this.#take(options.origin);
    const { dispatcher, egressId } = this.egress.for(credential.fingerprint);
    const flight = new UndiciFlight(receiver, egressId, this.#flights);
    dispatcher.dispatch(
      {
        origin: call.origin ?? this.#host,
        path: call.origin === undefined ? this.#prefix + call.path : call.path,
        method: call.method,
        headers: requestHeaders(call, credential.secret, options.customHeaders),
        body: call.body,
        // The wait for a reply begins when a streamed body is sent: whoever streams it watches the time.
        headersTimeout: call.body instanceof Readable ? 0 : options.firstByteTimeoutMs,
        bodyTimeout: options.idleTimeoutMs,
      },
      flight,
    );
    return flight;
  }

  /** Ends every flight, so that each client is told in its own dialect that its answer will not be complete. */
  breakOff(message: string): void {
    for (const flight of this.#flights.all()) flight.breakOff(message);
  }

  /** Resolves when every flight has ended and every connection is closed. */
  close(): Promise<void> {
    return this.egress.close();
  }

  #take(origin: string): void {
    const { origin: host, pathname } = new URL(origin);
    this.#origin = origin;
    this.#host = host;
    this.#prefix = pathname.replace(/\/+$/, '');
  }
}
