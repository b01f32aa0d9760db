import type { AnswerPiece, Chat, ChatProtocol, Turn } from './chat';
import { at, listAt, numberAt, textAt } from './json-at';
import { toMarkdown } from './pictures';

/** The dialect wants a limit in every request. */
const DEFAULT_MAX_TOKENS = 8_192;

/** Anthropic's messages. */
export const anthropicMessages: ChatProtocol = {
  toCall: (chat) => {
    const { protocol, model, isStream } = chat;
    return { protocol, model, isStream, path: '/v1/messages', body: toBody(chat) };
  },

  read: (said) => {
    switch (textAt(said, 'type')) {
      case 'message':
        return { ...ofBlocks(listAt(said, 'content')), ...ending(said, said) };
      case 'content_block_delta':
        return { text: textAt(said, 'delta', 'text'), thoughts: textAt(said, 'delta', 'thinking') };
      case 'message_delta':
        return ending(at(said, 'delta'), said);
      case 'error':
        return { fault: textAt(said, 'error', 'message') };
      default:
        return {};
    }
  },
};

function toBody({ model, isStream, system, turns, temperature, maxTokens, effort, thinking }: Chat) {
  return {
    model,
    max_tokens: maxTokens ?? DEFAULT_MAX_TOKENS,
    ...(system && { system }),
    messages: turns.map(toMessage),
    ...(temperature !== undefined && { temperature }),
    ...(thinking?.control !== 'none' && { thinking: { type: 'adaptive' } }),
    ...(effort && { output_config: { effort } }),
    ...(isStream && { stream: true }),
  };
}

function toMessage(turn: Turn) {
  if (turn.role === 'model') return { role: 'assistant', content: toMarkdown(turn.answer) };
  if (turn.pictures.length === 0) return { role: 'user', content: turn.text };
  const pictures = turn.pictures.map(({ mimeType, data }) => ({
    type: 'image',
    source: { type: 'base64', media_type: mimeType, data },
  }));
  return { role: 'user', content: [...pictures, ...(turn.text ? [{ type: 'text', text: turn.text }] : [])] };
}

function ofBlocks(blocks: readonly unknown[]): AnswerPiece {
  return {
    text: blocks.map((block) => textAt(block, 'text')).join(''),
    thoughts: blocks.map((block) => textAt(block, 'thinking')).join(''),
  };
}

function ending(reason: unknown, said: unknown): AnswerPiece {
  const usage = at(said, 'usage');
  return {
    finish: textAt(reason, 'stop_reason'),
    ...(usage != null && {
      usage: {
        inputTokens: numberAt(usage, 'input_tokens'),
        outputTokens: numberAt(usage, 'output_tokens'),
      },
    }),
  };
}
