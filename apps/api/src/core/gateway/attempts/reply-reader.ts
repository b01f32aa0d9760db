import type { UsageMetadata } from '../../gemini/reply/usage';
import type { Outcome } from '../../outcome';
import type { NetworkSentences } from '../../sentence';

/** Reads one upstream reply as it arrives, and moves it through the gate once it is an answer. */
export interface ReplyReader {
  /** Takes the next bytes. False when the client is slow and upstream should pause. */
  push(chunk: Buffer): boolean;
  /** The reply ended in good order; returns what it proved. */
  end(): Outcome;
  /** Set as soon as the reply has shown that it is no answer: the rest need not be read. */
  readonly failure: Outcome | undefined;
  /** Whether what was let through ends between two events. */
  readonly isBetweenEvents: boolean;
  /** The token to go on with, where upstream has broken the reply off. */
  readonly continuation: string | undefined;
  /** What upstream reported so far. */
  readonly usage: UsageMetadata | undefined;
}

/** The most that is held back while a reply is not yet known to be an answer. */
export const MAX_HELD_BYTES = 1024 * 1024;

/** Row 28 of the classification table: an answer that cannot be read is asked for once more. */
export function malformedReply(status: number): Outcome {
  const message: `${NetworkSentences['unreadable']}.` =
    'Upstream sent something that cannot be read as a reply.';
  return { kind: 'empty_reply', error: { status, message, details: [] } };
}
