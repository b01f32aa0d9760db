import type { JsonObject } from '../json-object';
import { parseSpeechOrder } from './speech-order';
import { speechModelOf } from './speech-model';
import { toSpeechRequest } from './speech-request';

const order = (more: JsonObject = {}) => parseSpeechOrder({ model: 'tts-1', input: 'Hello.', ...more });
const POLICY = { voice: 'Zephyr', pace: 'normal' } as const;

it('takes what OpenAI takes, and speaks MP3 unasked', () => {
  expect(order({ voice: 'alloy', response_format: null, instructions: null, speed: null })).toEqual({
    model: 'tts-1',
    input: 'Hello.',
    voice: 'Kore',
    instructions: '',
    format: 'mp3',
    speed: undefined,
    isStream: false,
  });
});

it.each([
  ['nova', 'Leda'],
  ['Onyx', 'Orus'],
  ['Kore', 'Kore'],
  ['zubenelgenubi', 'Zubenelgenubi'],
  [{ id: 'cedar' }, 'Enceladus'],
  ['', undefined],
  [null, undefined],
])('knows the voice %j', (voice, known) => {
  expect(order({ voice }).voice).toBe(known);
});

it('refuses an unknown voice and names those there are', () => {
  expect(() => order({ voice: 'robot' })).toThrow(
    expect.objectContaining({
      status: 400,
      field: 'voice',
      message: expect.stringMatching(/alloy.*cedar.*Zephyr.*Sulafat/),
    }),
  );
});

it.each<[string, string, JsonObject]>([
  ['input', 'invalid_request', { input: '' }],
  ['input', 'invalid_request', { input: undefined }],
  ['voice', 'invalid_request', { voice: 5 }],
  ['response_format', 'unsupported_value', { response_format: 'opus' }],
  ['response_format', 'unsupported_value', { response_format: 'aac' }],
  ['response_format', 'invalid_request', { response_format: 'midi' }],
  ['speed', 'invalid_request', { speed: 0.2 }],
  ['speed', 'invalid_request', { speed: 4.5 }],
  ['speed', 'invalid_request', { speed: 'fast' }],
  ['stream_format', 'invalid_request', { stream_format: 'ws' }],
  ['instructions', 'invalid_request', { instructions: {} }],
])('refuses a wrong %s (%s)', (field, code, wrong) => {
  expect(() => order(wrong)).toThrow(expect.objectContaining({ status: 400, field, code }));
});

it.each([
  [undefined, 'TTS'],
  ['tts-1-hd', 'TTS'],
  ['gpt-4o-mini-tts', 'TTS'],
  ['gemini-3.8-flash-tts', 'gemini-3.8-flash-tts'],
])('%s speaks with %s', (asked, model) => {
  expect(speechModelOf(asked, 'TTS')).toBe(model);
});

describe('the request upstream', () => {
  const textOf = (
    more: JsonObject,
    model = 'gemini-2.5-flash-preview-tts',
    policy: Parameters<typeof toSpeechRequest>[2] = POLICY,
  ) => toSpeechRequest(order(more), model, policy).contents[0]?.parts?.[0];

  it('takes no longer for a style of blanks than their number allows', () => {
    const instructions = `Calmly${' '.repeat(1_000_000)}and slowly. : `;
    expect(textOf({ instructions })?.text).toMatch(/and slowly: Hello\.$/);
  });

  it('asks for the voice, and says nothing but the words', () => {
    expect(toSpeechRequest(order({ voice: 'echo' }), 'gemini-2.5-flash-preview-tts', POLICY)).toEqual({
      contents: [{ role: 'user', parts: [{ text: 'Hello.' }] }],
      generationConfig: {
        responseModalities: ['AUDIO'],
        speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: 'Puck' } } },
      },
    });
  });

  it('takes the voice of the settings where the client names none', () => {
    const { generationConfig } = toSpeechRequest(order(), 'm', { ...POLICY, voice: 'Sulafat' });
    expect(generationConfig?.speechConfig?.voiceConfig?.prebuiltVoiceConfig.voiceName).toBe('Sulafat');
  });

  it.each([
    [{ instructions: 'in a cheerful tone.' }, 'Say in a cheerful tone: Hello.'],
    [{ speed: 0.5 }, 'Say very slowly: Hello.'],
    [{ speed: 1 }, 'Hello.'],
    [{ speed: 1.5 }, 'Say fast: Hello.'],
    [{ speed: 4, instructions: 'angrily' }, 'Say angrily, very fast: Hello.'],
  ])('says %j before the words', (more, text) => {
    expect(textOf(more)).toEqual({ text });
  });

  it('says it beside the words to models that take a style', () => {
    expect(textOf({ instructions: 'angrily', speed: 0.8 }, 'gemini-3.8-flash-tts')).toEqual({
      text: 'Hello.',
      speechMetadata: { style: 'angrily, slowly' },
    });
  });

  it('goes at the pace of the settings unless the client names one', () => {
    const slow = { ...POLICY, pace: 'slow' } as const;
    expect(textOf({}, 'gemini-2.5-flash-preview-tts', slow)).toEqual({ text: 'Say slowly: Hello.' });
    expect(textOf({ speed: 1 }, 'gemini-2.5-flash-preview-tts', slow)).toEqual({ text: 'Hello.' });
  });
});
