/** ready: usable now · resting: in cooldown for every model · invalid: refused by upstream · disabled: switched off by an administrator. */
export const KEY_STATES = ['ready', 'resting', 'invalid', 'disabled'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** gemini: the Gemini API · vertex: Vertex Express · paid: Gemini keys for image models. */
export const KEY_KINDS = ['gemini', 'vertex', 'paid'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];
