import type { Chat, ChatProtocol, Turn } from './chat';
import { at, listAt, numberAt, textAt } from './json-at';
import { fromDataUrl, toDataUrl, toMarkdown } from './pictures';

/** OpenAI's chat completions. */
export const openaiChat: ChatProtocol = {
  toCall: (chat) => {
    const { protocol, model, isStream } = chat;
    return { protocol, model, isStream, path: '/v1/chat/completions', body: toBody(chat) };
  },

  read: (said) => {
    const choice = at(said, 'choices', 0);
    const message = at(choice, 'delta') ?? at(choice, 'message');
    const usage = at(said, 'usage');
    const pictures = listAt(message, 'images').flatMap(
      (image) => fromDataUrl(textAt(image, 'image_url', 'url')) ?? [],
    );
    return {
      text: textAt(message, 'content') || textAt(message, 'refusal'),
      thoughts: textAt(message, 'reasoning_content'),
      pictures,
      finish: textAt(choice, 'finish_reason'),
      fault: textAt(said, 'error', 'message'),
      ...(usage != null && {
        usage: {
          inputTokens: numberAt(usage, 'prompt_tokens'),
          outputTokens: numberAt(usage, 'completion_tokens'),
          thinkingTokens: numberAt(usage, 'completion_tokens_details', 'reasoning_tokens'),
        },
      }),
    };
  },
};

function toBody({ model, isStream, system, turns, temperature, maxTokens, effort }: Chat) {
  return {
    model,
    messages: [...(system ? [{ role: 'system', content: system }] : []), ...turns.map(toMessage)],
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { max_completion_tokens: maxTokens }),
    ...(effort && { reasoning_effort: effort }),
    ...(isStream && { stream: true, stream_options: { include_usage: true } }),
  };
}

function toMessage(turn: Turn) {
  if (turn.role === 'model') return { role: 'assistant', content: toMarkdown(turn.answer) };
  if (turn.pictures.length === 0) return { role: 'user', content: turn.text };
  const pictures = turn.pictures.map((picture) => ({
    type: 'image_url',
    image_url: { url: toDataUrl(picture) },
  }));
  return { role: 'user', content: [...pictures, ...(turn.text ? [{ type: 'text', text: turn.text }] : [])] };
}
