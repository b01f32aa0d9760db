import type { NetworkFailure } from '../outcome';

/** The headers of a reply; names in lower case. */
export type ReplyHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Is told about one reply as it arrives. Exactly one of `onEnd` and `onFailure` is called, last. */
export interface ReplyReceiver {
  onHead(status: number, headers: ReplyHeaders): void;
  /** Returns false to pause the reply until `UpstreamFlight.resume()`; the chunk itself was taken. */
  onData(chunk: Buffer): boolean;
  onEnd(): void;
  /** `message` is fit for a client: it holds no credential and no address of a proxy. */
  onFailure(failure: NetworkFailure, message: string): void;
}

/** One request on its way. */
export interface UpstreamFlight {
  /** The egress proxy in use; undefined for a direct connection. */
  readonly egressId: string | undefined;
  /** Goes on after `onData` returned false; called later than that return. */
  resume(): void;
  /** Closes the upstream socket at once. The receiver hears nothing more. */
  abort(): void;
}
