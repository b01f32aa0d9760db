import type { Asked } from '../../protocol-adapter';

/** What of a chat request its reply depends on. */
export interface ChatAsked extends Asked {
  /** Whether a stream ends with a chunk that tells the usage. */
  readonly includesUsage: boolean;
  /** Whether functions were declared in the superseded form, and calls go back in it. */
  readonly isLegacy: boolean;
  /** Ids of calls earlier in the conversation: a new call gets another one. */
  readonly takenCallIds: readonly string[];
  /** The client's names of tools that upstream knows under another one. */
  readonly clientNames: Readonly<Record<string, string>>;
  /** Tools of the type `custom`, whose input is one text. */
  readonly customTools: readonly string[];
}
