import type { ClientForm, Story } from './story';
import { eventData, joined } from './story';

const MAX_TOKENS = 60_000;

interface AnthropicError {
  readonly type: 'error';
  readonly error: { readonly type: string; readonly message: string };
}
interface Message {
  readonly type: 'message';
  readonly content: readonly { readonly type: string; readonly text?: string }[];
  readonly stop_reason: string | null;
}
type MessageEvent =
  | AnthropicError
  | { readonly type: 'message_stop' }
  | {
      readonly type: 'content_block_delta';
      readonly delta: { readonly type: string; readonly text?: string };
    };

function storyOf(reply: Message | AnthropicError): Story {
  if (reply.type === 'error') return { text: '', isFinished: false, fault: reply.error.message };
  return {
    text: reply.content.map(({ text = '' }) => text).join(''),
    isFinished: reply.stop_reason !== null,
    fault: undefined,
  };
}

function partOf(event: MessageEvent): Partial<Story> {
  if (event.type === 'error') return { fault: event.error.message };
  if (event.type === 'message_stop') return { isFinished: true };
  return event.type === 'content_block_delta' ? { text: event.delta.text ?? '' } : {};
}

const form = (isStream: boolean): ClientForm => ({
  name: isStream ? 'messages stream' : 'messages',
  isStream,
  path: () => '/v1/messages',
  body: (model, prompt) => ({
    model,
    stream: isStream,
    max_tokens: MAX_TOKENS,
    messages: [{ role: 'user', content: prompt }],
  }),
  read: (text) =>
    text.startsWith('{')
      ? storyOf(JSON.parse(text) as Message | AnthropicError)
      : joined(eventData(text).map((data) => partOf(JSON.parse(data) as MessageEvent))),
});

/** Anthropic's messages. */
export const messagesForms: readonly ClientForm[] = [form(false), form(true)];
