import type { ClientForm, Story } from './story';
import { eventData, joined } from './story';

interface ChatReply {
  readonly error?: { readonly message: string; readonly type: string };
  readonly choices?: readonly {
    readonly message?: { readonly content: string | null };
    readonly delta?: { readonly content?: string | null; readonly reasoning_content?: string };
    readonly finish_reason?: string | null;
  }[];
}

function storyOf(reply: ChatReply): Story {
  if (reply.error !== undefined) {
    if (typeof reply.error.type !== 'string')
      throw new Error(`Not an error of OpenAI: ${JSON.stringify(reply)}`);
    return { text: '', isFinished: false, fault: reply.error.message };
  }
  const choices = reply.choices ?? [];
  return {
    text: choices.map(({ message, delta }) => (message ?? delta)?.content ?? '').join(''),
    thoughts: choices.map(({ delta }) => delta?.reasoning_content ?? '').join(''),
    isFinished: choices.some(({ finish_reason: reason }) => reason != null),
    fault: undefined,
  };
}

function storyOfStream(text: string): Story {
  if (text.startsWith('{')) return storyOf(JSON.parse(text) as ChatReply);
  const data = eventData(text);
  const isDone = data.at(-1) === '[DONE]';
  const story = joined(
    (isDone ? data.slice(0, -1) : data).map((one) => storyOf(JSON.parse(one) as ChatReply)),
  );
  return { ...story, isFinished: story.isFinished && isDone };
}

const form = (isStream: boolean): ClientForm => ({
  name: isStream ? 'chat stream' : 'chat',
  isStream,
  path: () => '/v1/chat/completions',
  body: (model, prompt) => ({ model, stream: isStream, messages: [{ role: 'user', content: prompt }] }),
  read: isStream ? storyOfStream : (text) => storyOf(JSON.parse(text) as ChatReply),
});

/** OpenAI's chat completions. */
export const chatForms: readonly ClientForm[] = [form(false), form(true)];
