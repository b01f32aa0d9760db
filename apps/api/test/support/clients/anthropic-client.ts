import Anthropic from '@anthropic-ai/sdk';
import { CLIENT_TOKEN } from '../processes/gateway-process';

/** Below what a gateway answers as Anthropic's API. */
export const ANTHROPIC_BASES = ['', '/gemini', '/anthropic', '/gemini/anthropic'];

export const MODEL = 'gemini-3.8-flash';
export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Anthropic's own SDK in front of a gateway, which repeats nothing by itself. */
export function anthropicAt(url: string, options: object = {}): Anthropic {
  return new Anthropic({ baseURL: url, apiKey: CLIENT_TOKEN, maxRetries: 0, fetch, ...options });
}

export function ask(content: Anthropic.MessageParam['content']) {
  return { model: MODEL, max_tokens: 1000, messages: [{ role: 'user' as const, content }] };
}

export function textOf({ content }: Pick<Anthropic.Message, 'content'>): string {
  return content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}
