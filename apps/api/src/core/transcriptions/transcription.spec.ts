import type { GenerateContentResponse } from '../gemini/reply/generate-content-response';
import type { JsonObject } from '../json-object';
import { toSrt, toVtt } from './subtitles';
import { timedTranscriptOf, transcriptOf } from './transcript';
import { toTranscriptAnswer } from './transcript-answer';
import { parseTranscriptionOrder, transcriptionModelOf } from './transcription-order';
import { toTranscriptionRequest } from './transcription-request';

const RECORDING = { mimeType: 'audio/wav', base64: 'AAAA', duration: 3.2 };
const order = (fields: JsonObject = {}, task: 'transcribe' | 'translate' = 'transcribe') =>
  parseTranscriptionOrder({ model: 'whisper-1', ...fields }, task);
const replyOf = (text: string): GenerateContentResponse => ({
  candidates: [{ content: { parts: [{ text: 'Hm.', thought: true }, { text }] }, finishReason: 'STOP' }],
});
const SEGMENTS = [
  { start: 0, end: 1.5, text: 'Hello there.' },
  { start: 3661.0405, end: 3662, text: 'Two\n\nlines --> here' },
];
const TIMED = replyOf(JSON.stringify({ language: 'English', segments: SEGMENTS }));

it.each<[string, string, JsonObject]>([
  ['response_format', 'invalid_request', { response_format: 'pdf' }],
  ['response_format', 'unsupported_value', { response_format: 'diarized_json' }],
  ['timestamp_granularities', 'unsupported_value', { timestamp_granularities: ['segment', 'word'] }],
  ['stream', 'unsupported_value', { stream: true, response_format: 'srt' }],
  ['temperature', 'invalid_request', { temperature: 2 }],
  ['language', 'invalid_request', { language: 5 }],
])('refuses a wrong %s (%s)', (field, code, wrong) => {
  expect(() => order(wrong)).toThrow(expect.objectContaining({ status: 400, field, code }));
});

it.each([
  [undefined, 'STANDARD'],
  ['whisper-1', 'STANDARD'],
  ['gpt-4o-mini-transcribe', 'STANDARD'],
  ['gemini-2.5-pro', 'gemini-2.5-pro'],
])('%s listens with %s', (asked, model) => {
  expect(transcriptionModelOf(asked, 'STANDARD')).toBe(model);
});

it('shows the sound and says what to do with it', () => {
  const request = toTranscriptionRequest(
    order({ language: 'de', prompt: 'Müller', temperature: 0.2 }),
    RECORDING,
    [],
  );
  expect(request.contents[0]?.parts).toEqual([
    { inlineData: { mimeType: 'audio/wav', data: 'AAAA' } },
    { text: expect.stringMatching(/word for word[^]*spoken: de\.\n.*Müller\n/) },
  ]);
  expect(request.generationConfig).toEqual({ temperature: 0.2 });
});

it('asks for times where the format has them, and for English where it is to be translated', () => {
  const request = toTranscriptionRequest(order({ response_format: 'vtt' }, 'translate'), RECORDING, []);
  expect(request.contents[0]?.parts?.[1]?.text).toMatch(/translated into English/);
  expect(request.generationConfig).toMatchObject({ responseMimeType: 'application/json' });
});

it('takes the words, and none where nobody speaks', () => {
  expect(transcriptOf(replyOf(' Hello.\n')).text).toBe('Hello.');
  expect(transcriptOf(replyOf('-\n')).text).toBe('');
  expect(() => transcriptOf({ promptFeedback: { blockReason: 'SAFETY' } })).toThrow(
    expect.objectContaining({ code: 'content_filter' }),
  );
});

it('takes the times, in a block of Markdown too', () => {
  const read = { text: 'Hello there. Two\n\nlines --> here', language: 'english', segments: SEGMENTS };
  expect(timedTranscriptOf(TIMED)).toEqual(read);
  expect(
    timedTranscriptOf(
      replyOf(`\`\`\`json\n${JSON.stringify({ language: 'English', segments: SEGMENTS })}\n\`\`\``),
    ),
  ).toEqual(read);
});

it.each(['no JSON', '{}', '{"segments":[{"start":"0:01","end":2,"text":"x"}]}', '{"segments":[null]}', '[]'])(
  'does not make times of %s',
  (text) => {
    expect(() => timedTranscriptOf(replyOf(text))).toThrow(expect.objectContaining({ status: 502 }));
  },
);

it('writes subtitles', () => {
  const { segments } = timedTranscriptOf(TIMED);
  expect(toSrt(segments)).toBe(
    '1\n00:00:00,000 --> 00:00:01,500\nHello there.\n\n2\n01:01:01,041 --> 01:01:02,000\nTwo\nlines → here\n\n',
  );
  expect(toVtt(segments)).toBe(
    'WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nHello there.\n\n01:01:01.041 --> 01:01:02.000\nTwo\nlines → here\n\n',
  );
});

it('takes no longer for a transcript of blanks than their number allows', () => {
  const blanks = ' '.repeat(1_000_000);
  const [segment] = timedTranscriptOf(TIMED).segments;
  expect(toSrt([{ ...segment!, text: `one${blanks}two` }])).toContain('two');
  expect(() => timedTranscriptOf(replyOf(`{"a":"${blanks}x`))).toThrow(
    expect.objectContaining({ status: 502 }),
  );
});

it('tells what is known', () => {
  const usage = {
    promptTokenCount: 40,
    candidatesTokenCount: 5,
    promptTokensDetails: [{ modality: 'AUDIO', tokenCount: 32 }],
  };
  const transcript = timedTranscriptOf(TIMED);
  expect(toTranscriptAnswer(order(), transcript, RECORDING, usage)).toEqual({
    json: {
      text: transcript.text,
      usage: {
        type: 'tokens',
        input_tokens: 40,
        output_tokens: 5,
        total_tokens: 45,
        input_token_details: { audio_tokens: 32, text_tokens: 8 },
      },
    },
  });
  expect(
    toTranscriptAnswer(order({ response_format: 'verbose_json' }), transcript, RECORDING, usage),
  ).toEqual({
    json: {
      task: 'transcribe',
      language: 'english',
      duration: 3.2,
      text: transcript.text,
      segments: SEGMENTS.map((segment, id) => ({ id, ...segment })),
      usage: { type: 'duration', seconds: 4 },
    },
  });
});
