import type { GenerateContentRequest } from '../gemini/request/generate-content-request';
import type { SafetySetting } from '../gemini/request/safety';
import { isTimed, type Recording, type TranscriptionOrder } from './transcription-order';

/** What the model says where nobody speaks: an empty answer would look like a failure. */
export const SILENCE = '-';

const TASKS = {
  transcribe: 'Write down what is said in this recording, word for word and in the language that is spoken.',
  translate: 'Write down what is said in this recording, translated into English.',
};
const ANSWER_TEXT = `Answer with these words and nothing else. Where nobody speaks, answer with "${SILENCE}".`;
const ANSWER_TIMED =
  'Answer with segments of at most two sentences, with the seconds from the beginning at which each starts and ends, and with the English name of the language that is spoken. Where nobody speaks there are no segments.';

const TIMED_SCHEMA = {
  type: 'object',
  properties: {
    language: { type: 'string' },
    segments: {
      type: 'array',
      items: {
        type: 'object',
        properties: { start: { type: 'number' }, end: { type: 'number' }, text: { type: 'string' } },
        required: ['start', 'end', 'text'],
      },
    },
  },
  required: ['language', 'segments'],
};

/** The order in upstream's form: the sound, and what to do with it. */
export function toTranscriptionRequest(
  order: TranscriptionOrder,
  { mimeType, base64 }: Recording,
  safetySettings: readonly SafetySetting[],
): GenerateContentRequest {
  const timed = isTimed(order);
  const text = [
    TASKS[order.task],
    order.language && `The language that is spoken: ${order.language}.`,
    order.prompt && `Words that may help with the spelling: ${order.prompt}`,
    timed ? ANSWER_TIMED : ANSWER_TEXT,
  ];
  return {
    contents: [
      {
        role: 'user',
        parts: [{ inlineData: { mimeType, data: base64 } }, { text: text.filter(Boolean).join('\n') }],
      },
    ],
    generationConfig: {
      ...(order.temperature !== undefined && { temperature: order.temperature }),
      ...(timed && { responseMimeType: 'application/json', responseJsonSchema: TIMED_SCHEMA }),
    },
    ...(safetySettings.length > 0 && { safetySettings }),
  };
}
