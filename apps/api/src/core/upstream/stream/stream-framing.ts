import type { StreamFacts } from './stream-facts';

/** How the events of a streamed reply are told apart. Holds the state of one reply. */
export interface StreamFraming {
  /** The index after the last event that ends in the chunk; 0 where none does. Each byte is passed once. */
  lastEnd(chunk: Buffer): number;
  /** The same for the first event, after which the rest of the chunk is passed again. */
  firstEnd(chunk: Buffer): number;
  /** Takes whole events; returns the bytes a client may see, and tells `facts` what they hold. */
  admit(events: Buffer, facts: StreamFacts): Buffer | undefined;
  /** Takes what is left when the reply has ended; returns what of it a client may see. */
  finish(rest: Buffer, facts: StreamFacts): Buffer | undefined;
}
