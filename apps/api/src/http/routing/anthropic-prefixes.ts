/** Base URLs, with the version that clients of Anthropic's API add themselves, that belong to no other dialect. */
export const ANTHROPIC_PREFIXES = ['/anthropic/v1', '/gemini/anthropic/v1'];
