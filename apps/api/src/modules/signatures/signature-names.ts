import type { CallKey } from '../../core/protocol/protocol-adapter';

/** A conversation of one client token; 0 is the admin token. */
export interface ConversationOfToken {
  readonly tokenId: number;
  /** Tells it from other conversations of the token. */
  readonly thread: string;
}

/**
 * The names that a call's signature is sought under, the best first: the call in its conversation, the same call anywhere,
 * any call with its id, and the same call under another id in its conversation.
 */
export function namesOf(
  { tokenId, thread }: ConversationOfToken,
  { callId, digest }: CallKey,
): readonly [string, string, string, string] {
  return [
    `${tokenId} ${thread} ${digest} ${callId}`,
    `${tokenId} * ${digest} ${callId}`,
    `${tokenId} * * ${callId}`,
    `${tokenId} ${thread} ${digest} *`,
  ];
}
