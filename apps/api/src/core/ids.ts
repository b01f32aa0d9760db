/** Makes identifiers. Injected, so that fixtures can be compared whole. */
export interface Ids {
  /** A new id, unique enough to name a request in a log: `req_` and 24 characters. */
  requestId(): string;
  /** A new id for a client: the prefix and 24 random characters, of digits and small letters. */
  withPrefix(prefix: string): string;
}

/** A number from 0 (inclusive) to 1 (exclusive). Injected wherever jitter is wanted. */
export type RandomFn = () => number;
