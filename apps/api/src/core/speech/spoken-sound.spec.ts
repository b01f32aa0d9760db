import type { GenerateContentResponse } from '../gemini/reply/generate-content-response';
import { toWav } from './sound/wav';
import { speechEventsOf } from './speech-events';
import { soundOf } from './spoken-sound';

const SAMPLES = Buffer.from([1, 0, 2, 0, 3, 0]);
const L16 = 'audio/L16;codec=pcm;rate=24000';
const blob = (mimeType: string, bytes: Buffer) => ({
  inlineData: { mimeType, data: bytes.toString('base64') },
});
const replyOf = (...parts: object[]): GenerateContentResponse => ({
  candidates: [{ content: { parts }, finishReason: 'STOP' }],
});

it.each([
  ['bare samples', replyOf(blob(L16, SAMPLES)), 24_000, SAMPLES],
  ['bare samples of another rate', replyOf(blob('audio/L16; rate=16000', SAMPLES)), 16_000, SAMPLES],
  ['bare samples of no rate', replyOf(blob('audio/pcm', SAMPLES)), 24_000, SAMPLES],
  ['half a sample too many', replyOf(blob(L16, Buffer.concat([SAMPLES, Buffer.from([9])]))), 24_000, SAMPLES],
  [
    'a WAV',
    replyOf(blob('audio/wav', toWav({ samples: SAMPLES, rate: 8_000, channels: 1 }))),
    8_000,
    SAMPLES,
  ],
  [
    'a WAV that says it is bare',
    replyOf(blob(L16, toWav({ samples: SAMPLES, rate: 8_000, channels: 1 }))),
    8_000,
    SAMPLES,
  ],
  [
    'several parts',
    replyOf(blob(L16, SAMPLES), { text: 'x' }, blob(L16, SAMPLES)),
    24_000,
    Buffer.concat([SAMPLES, SAMPLES]),
  ],
])('reads %s', (_, reply, rate, samples) => {
  expect(soundOf(reply)).toEqual({ rate, channels: 1, samples });
});

it('joins several WAV files to one sound, without their headers', () => {
  const wav = toWav({ samples: SAMPLES, rate: 24_000, channels: 1 });
  expect(soundOf(replyOf(blob('audio/wav', wav), blob('audio/wav', wav))).samples).toHaveLength(12);
});

it.each<[string, GenerateContentResponse, object]>([
  ['nothing', replyOf({ text: 'I cannot.' }), { status: 502 }],
  ['a sound of another kind', replyOf(blob('audio/mpeg', SAMPLES)), { status: 502 }],
  [
    'sounds that do not fit together',
    replyOf(blob(L16, SAMPLES), blob('audio/L16;rate=8000', SAMPLES)),
    { status: 502 },
  ],
  [
    'a broken WAV',
    replyOf(blob('audio/wav', Buffer.from('RIFF\0\0\0\0WAVEdata', 'latin1'))),
    { status: 502 },
  ],
  ['no samples', replyOf(blob(L16, Buffer.from([0]))), { status: 502 }],
  ['a blocked text', { promptFeedback: { blockReason: 'SAFETY' } }, { status: 400, code: 'content_filter' }],
  [
    'a refusal',
    { candidates: [{ finishReason: 'PROHIBITED_CONTENT' }] },
    { status: 400, code: 'content_filter' },
  ],
])('tells of %s', (_, reply, fault) => {
  expect(() => soundOf(reply)).toThrow(expect.objectContaining(fault));
});

it('cuts a file into events whose data can be joined', () => {
  const file = Buffer.from(Uint8Array.from({ length: 60_000 }, (_, at) => at % 251));
  const usage = { inputTokens: 5, cachedTokens: 0, outputTokens: 70, thinkingTokens: 0 };
  const events = speechEventsOf(file, usage);
  const audio = events.flatMap((event) => (event.type === 'speech.audio.delta' ? [event.audio] : []));
  expect(audio).toHaveLength(3);
  expect(Buffer.from(audio.join(''), 'base64').equals(file)).toBe(true);
  expect(events.at(-1)).toEqual({
    type: 'speech.audio.done',
    usage: { input_tokens: 5, output_tokens: 70, total_tokens: 75 },
  });
});
