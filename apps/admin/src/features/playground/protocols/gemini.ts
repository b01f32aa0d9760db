import type { ModelThinkingDto } from '@gemini-balance/shared';
import type { Chat, ChatProtocol, Effort, Picture, Turn } from './chat';
import { at, listAt, numberAt, textAt } from './json-at';

/** What Google's own compatible endpoint makes of an effort, for models that take budgets. */
const BUDGETS: Record<Effort, number> = { low: 1_024, medium: 8_192, high: 24_576 };

/** Gemini's own form. */
export const gemini: ChatProtocol = {
  toCall: (chat) => {
    const { protocol, model, isStream } = chat;
    const verb = isStream ? 'streamGenerateContent?alt=sse' : 'generateContent';
    // A slash belongs to some names: `models/…`, `google/…`.
    const name = model.split('/').map(encodeURIComponent).join('/');
    return { protocol, model, isStream, path: `/v1beta/models/${name}:${verb}`, body: toBody(chat) };
  },

  read: (said) => {
    const parts = listAt(said, 'candidates', 0, 'content', 'parts') as readonly object[];
    const spoken = parts.filter((part) => at(part, 'thought') !== true);
    const thoughts = parts.filter((part) => at(part, 'thought') === true);
    const usage = at(said, 'usageMetadata');
    const blocked = textAt(said, 'promptFeedback', 'blockReason');
    return {
      text: spoken.map((part) => textAt(part, 'text')).join(''),
      thoughts: thoughts.map((part) => textAt(part, 'text')).join(''),
      pictures: spoken.flatMap(pictureIn),
      parts: spoken,
      finish: textAt(said, 'candidates', 0, 'finishReason') || blocked,
      fault: textAt(said, 'error', 'message'),
      ...(usage != null && {
        usage: {
          inputTokens: numberAt(usage, 'promptTokenCount'),
          outputTokens: numberAt(usage, 'candidatesTokenCount'),
          thinkingTokens: numberAt(usage, 'thoughtsTokenCount'),
        },
      }),
    };
  },
};

function toBody({ system, turns, temperature, maxTokens, effort, thinking }: Chat) {
  const thinkingConfig = toThinkingConfig(effort, thinking);
  const generationConfig = {
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { maxOutputTokens: maxTokens }),
    ...(thinkingConfig && { thinkingConfig }),
  };
  return {
    ...(system && { systemInstruction: { parts: [{ text: system }] } }),
    contents: turns.map(toContent),
    ...(Object.keys(generationConfig).length > 0 && { generationConfig }),
  };
}

/** Thoughts are asked for wherever the model has some; a model that does not think refuses to be asked. */
function toThinkingConfig(effort: Effort | undefined, thinking: ModelThinkingDto | undefined) {
  if (thinking?.control === 'none') return undefined;
  if (thinking?.control === 'budget') {
    if (effort) return { includeThoughts: true, thinkingBudget: Math.min(BUDGETS[effort], thinking.max) };
    return thinking.isOnByDefault ? { includeThoughts: true } : undefined;
  }
  return { includeThoughts: true, ...(effort && { thinkingLevel: effort.toUpperCase() }) };
}

function toContent(turn: Turn) {
  if (turn.role === 'user') return { role: 'user', parts: toParts(turn.text, turn.pictures) };
  const { parts, text, pictures } = turn.answer;
  return { role: 'model', parts: parts.length > 0 ? joined(parts) : toParts(text, pictures) };
}

function toParts(text: string, pictures: readonly Picture[]): object[] {
  return [...pictures.map((inlineData) => ({ inlineData })), ...(text ? [{ text }] : [])];
}

/** Pieces of one text put together again. A part with a signature stays as it came. */
function joined(parts: readonly object[]): object[] {
  const whole: object[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && isPlainText(last) && isPlainText(part))
      whole[whole.length - 1] = { text: last.text + part.text };
    else whole.push(part);
  }
  return whole;
}

function isPlainText(part: object): part is { text: string } {
  return 'text' in part && Object.keys(part).length === 1;
}

function pictureIn(part: object): Picture[] {
  const [mimeType, data] = [textAt(part, 'inlineData', 'mimeType'), textAt(part, 'inlineData', 'data')];
  return mimeType.startsWith('image/') && data ? [{ mimeType, data }] : [];
}
