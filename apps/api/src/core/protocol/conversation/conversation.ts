import type { Part } from '../../gemini/content';
import type { CallResult } from './call-result';
import type { MadeCall } from './made-call';

/** A conversation in words that belong to no dialect: what every adapter makes of its messages. */
export interface Conversation {
  /** The instructions that it begins with, none of them empty. */
  readonly instructions: readonly string[];
  /** Everything else, in the order it was said. */
  readonly items: readonly ConversationItem[];
}

export type ConversationItem =
  /** What a user said; without parts it still counts as a turn. */
  | { readonly kind: 'user'; readonly parts: readonly Part[] }
  /** An instruction amid the conversation, which keeps its place. */
  | { readonly kind: 'instruction'; readonly parts: readonly Part[] }
  /** What the model said beside its calls; thoughts stay out. */
  | { readonly kind: 'model'; readonly parts: readonly Part[] }
  | { readonly kind: 'call'; readonly call: MadeCall }
  | { readonly kind: 'result'; readonly result: CallResult };
