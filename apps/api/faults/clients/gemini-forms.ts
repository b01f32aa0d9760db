import type { ClientForm, Story } from './story';
import { eventData, joined } from './story';

interface GeminiReply {
  readonly error?: { readonly code: number; readonly message: string; readonly status: string };
  readonly promptFeedback?: { readonly blockReason?: string };
  readonly candidates?: readonly {
    readonly content?: { readonly parts?: readonly { readonly text?: string; readonly thought?: boolean }[] };
    readonly finishReason?: string;
  }[];
}

function storyOf(reply: GeminiReply): Story {
  const { error, candidates = [], promptFeedback } = reply;
  if (error !== undefined) {
    if (typeof error.code !== 'number' || typeof error.status !== 'string')
      throw new Error(`Not an error of Gemini: ${JSON.stringify(reply)}`);
    return { text: '', isFinished: false, fault: error.message };
  }
  const parts = candidates.flatMap(({ content }) => content?.parts ?? []);
  return {
    text: parts.flatMap(({ text, thought }) => (thought === true ? [] : (text ?? ''))).join(''),
    isFinished:
      promptFeedback?.blockReason !== undefined ||
      candidates.some(({ finishReason }) => finishReason !== undefined),
    fault: undefined,
  };
}

const storyOfAll = (replies: readonly GeminiReply[]): Story => joined(replies.map(storyOf));
const body = (_model: string, prompt: string): object => ({
  contents: [{ role: 'user', parts: [{ text: prompt }] }],
});
/** A refusal before the stream is one object, also where a list was asked for. */
const parsed = (text: string): readonly GeminiReply[] =>
  [JSON.parse(text) as GeminiReply | GeminiReply[]].flat();

/** Gemini's own dialect: whole, as events and as a JSON array. */
export const geminiForms: readonly ClientForm[] = [
  {
    name: 'gemini',
    isStream: false,
    path: (model) => `/v1beta/models/${model}:generateContent`,
    body,
    read: (text) => storyOfAll(parsed(text)),
  },
  {
    name: 'gemini events',
    isStream: true,
    path: (model) => `/v1beta/models/${model}:streamGenerateContent?alt=sse`,
    body,
    read: (text) =>
      storyOfAll(
        text.startsWith('{') ? parsed(text) : eventData(text).map((data) => JSON.parse(data) as GeminiReply),
      ),
  },
  {
    name: 'gemini array',
    isStream: true,
    path: (model) => `/v1beta/models/${model}:streamGenerateContent`,
    body,
    read: (text) => storyOfAll(parsed(text)),
  },
];
