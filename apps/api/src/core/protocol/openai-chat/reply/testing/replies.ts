import type { ChatAsked } from '../chat-asked';

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
