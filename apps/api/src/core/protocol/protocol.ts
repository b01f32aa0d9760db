/** A public API dialect that a client may speak. */
export type Protocol = 'gemini' | 'openai-chat' | 'openai-responses' | 'anthropic-messages';
