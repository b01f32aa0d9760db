import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { aRecorder, type ClientCall } from './recorded-calls';

const MODEL = 'gemini-3.8-flash';
const SCHEMA = { type: 'object' as const, properties: { city: { type: 'string' } }, required: ['city'] };

/** What OpenAI's SDK sends for chats and responses; all of them succeed. */
export async function recordChatCalls(baseUrl: string, apiKey: string): Promise<ClientCall[]> {
  const { calls, recording } = aRecorder();
  const openai = new OpenAI({ baseURL: `${baseUrl}/v1`, apiKey, maxRetries: 0, fetch: recording });
  const messages = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Say hello' },
  ] as const;
  await openai.chat.completions.create({ model: MODEL, messages: [...messages], temperature: 0.2 });
  await openai.chat.completions.create({
    model: MODEL,
    messages: [{ role: 'user', content: 'call weather' }],
    tools: [{ type: 'function', function: { name: 'weather', parameters: SCHEMA } }],
  });
  for await (const _ of await openai.chat.completions.create({
    model: MODEL,
    messages: [...messages],
    stream: true,
    stream_options: { include_usage: true },
  }));
  await openai.responses.create({
    model: MODEL,
    input: 'Say hello',
    store: false,
    instructions: 'Be brief.',
  });
  for await (const _ of await openai.responses.create({
    model: MODEL,
    input: [{ role: 'user', content: [{ type: 'input_text', text: 'call weather' }] }],
    tools: [{ type: 'function', name: 'weather', parameters: SCHEMA, strict: false }],
    stream: true,
  }));
  return calls;
}

/** What Anthropic's SDK sends for messages; all of them succeed. */
export async function recordMessageCalls(baseURL: string, apiKey: string): Promise<ClientCall[]> {
  const { calls, recording } = aRecorder();
  const { messages } = new Anthropic({ baseURL, apiKey, maxRetries: 0, fetch: recording });
  const asked = { model: MODEL, max_tokens: 1_000, system: 'Be brief.' };
  await messages.create({ ...asked, messages: [{ role: 'user', content: 'Say hello' }] });
  await messages.create({
    ...asked,
    messages: [{ role: 'user', content: [{ type: 'text', text: 'call weather' }] }],
    tools: [{ name: 'weather', input_schema: SCHEMA }],
  });
  for await (const _ of await messages.create({
    ...asked,
    messages: [{ role: 'user', content: 'Tell a story' }],
    stream: true,
  }));
  await messages.countTokens({ model: MODEL, messages: [{ role: 'user', content: 'one two' }] });
  return calls;
}
