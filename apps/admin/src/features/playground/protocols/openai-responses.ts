import type { AnswerPiece, Chat, ChatProtocol, Picture, Turn } from './chat';
import { at, listAt, numberAt, textAt } from './json-at';
import { toDataUrl } from './pictures';

/** OpenAI's responses. Nothing is kept: each request holds the whole conversation. */
export const openaiResponses: ChatProtocol = {
  toCall: (chat) => {
    const { protocol, model, isStream } = chat;
    return { protocol, model, isStream, path: '/v1/responses', body: toBody(chat) };
  },

  read: (said) => {
    if (textAt(said, 'object') === 'response') return { ...ofItems(listAt(said, 'output')), ...ending(said) };
    switch (textAt(said, 'type')) {
      case 'response.output_text.delta':
      case 'response.refusal.delta':
        return { text: textAt(said, 'delta') };
      case 'response.reasoning_summary_text.delta':
        return { thoughts: textAt(said, 'delta') };
      case 'response.output_item.done':
        return { pictures: picturesIn([at(said, 'item')]) };
      case 'response.completed':
      case 'response.incomplete':
      case 'response.failed':
        return ending(at(said, 'response'));
      default:
        return { fault: textAt(said, 'error', 'message') || (isError(said) ? textAt(said, 'message') : '') };
    }
  },
};

function toBody({ model, isStream, system, turns, temperature, maxTokens, effort }: Chat) {
  return {
    model,
    ...(system && { instructions: system }),
    input: turns.flatMap(toItems),
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { max_output_tokens: maxTokens }),
    reasoning: { ...(effort && { effort }), summary: 'auto' },
    store: false,
    ...(isStream && { stream: true }),
  };
}

function toItems(turn: Turn): object[] {
  if (turn.role === 'model') {
    const { text, pictures } = turn.answer;
    const drawn = pictures.map(({ data }, index) => ({
      type: 'image_generation_call',
      id: `ig_${index}`,
      status: 'completed',
      result: data,
    }));
    return [...(text ? [{ role: 'assistant', content: text }] : []), ...drawn];
  }
  if (turn.pictures.length === 0) return [{ role: 'user', content: turn.text }];
  const pictures = turn.pictures.map((picture) => ({
    type: 'input_image',
    image_url: toDataUrl(picture),
    detail: 'auto',
  }));
  const text = turn.text ? [{ type: 'input_text', text: turn.text }] : [];
  return [{ role: 'user', content: [...pictures, ...text] }];
}

function ofItems(items: readonly unknown[]): AnswerPiece {
  const textsOf = (list: string): string =>
    items
      .flatMap((item) => listAt(item, list))
      .map((part) => textAt(part, 'text') || textAt(part, 'refusal'))
      .join('');
  return { text: textsOf('content'), thoughts: textsOf('summary'), pictures: picturesIn(items) };
}

function picturesIn(items: readonly unknown[]): Picture[] {
  return items.flatMap((item) => {
    const data = textAt(item, 'type') === 'image_generation_call' ? textAt(item, 'result') : '';
    return data ? [{ mimeType: `image/${textAt(item, 'output_format') || 'png'}`, data }] : [];
  });
}

function ending(response: unknown): AnswerPiece {
  const usage = at(response, 'usage');
  return {
    finish: textAt(response, 'incomplete_details', 'reason') || textAt(response, 'status'),
    fault: textAt(response, 'error', 'message'),
    ...(usage != null && {
      usage: {
        inputTokens: numberAt(usage, 'input_tokens'),
        outputTokens: numberAt(usage, 'output_tokens'),
        thinkingTokens: numberAt(usage, 'output_tokens_details', 'reasoning_tokens'),
      },
    }),
  };
}

function isError(said: unknown): boolean {
  return textAt(said, 'type') === 'error';
}
