import type { AdaptContext } from '../../../protocol-adapter';
import type { ChatAsked } from '../chat-asked';

/** Ids are counted: `chatcmpl-1`, `call_2`. */
export function aContext(): AdaptContext {
  let last = 0;
  return { newId: (prefix) => `${prefix}${++last}`, createdAtS: 1_700_000_000 };
}

export function anAsked(changes: Partial<ChatAsked> = {}): ChatAsked {
  return {
    model: 'gemini-test',
    isStream: true,
    includesUsage: false,
    isLegacy: false,
    takenCallIds: [],
    clientNames: {},
    customTools: [],
    ...changes,
  };
}
