import type OpenAI from 'openai';
import { BadRequestError, toFile } from 'openai';
import { toWav } from '../../src/core/speech/sound/wav';
import { openaiSdk } from '../support/clients/openai-sdk';
import { GatewayRig } from '../support/rigs/gateway-rig';

const STANDARD = 'gemini-3.8-flash';
const WAV = toWav({ samples: Buffer.alloc(48_000), rate: 24_000, channels: 1 });

let rig: GatewayRig;
let openai: OpenAI;

beforeAll(async () => {
  rig = await GatewayRig.start({ simulator: { models: [STANDARD, 'gemini-2.5-flash'] } });
  openai = openaiSdk(rig.gateway.url);
});
afterAll(() => rig?.close());
beforeEach(async () => {
  await rig.reset();
  await rig.addKeys(2);
});

const recording = () => toFile(WAV, 'speech.wav', { type: 'audio/wav' });
const sent = (model = STANDARD) => rig.callsFor(model).map(({ json }) => json);

/** What the recording is sent as. */
const PARTS = [
  { inlineData: { mimeType: 'audio/wav', data: WAV.toString('base64') } },
  { text: expect.stringContaining('word for word') as string },
];

describe('a transcript', () => {
  it('is text with its usage', async () => {
    const { text, usage } = await openai.audio.transcriptions.create({
      file: await recording(),
      model: 'whisper-1',
      language: 'en',
      prompt: 'Gemini',
      temperature: 0.1,
    });
    expect(text).toContain(`Received: audio/wav (${WAV.length} bytes).`);
    expect(usage).toMatchObject({
      type: 'tokens',
      input_token_details: { audio_tokens: expect.any(Number) },
    });
    expect(sent()).toMatchObject([{ contents: [{ parts: PARTS }], generationConfig: { temperature: 0.1 } }]);
    expect(JSON.stringify(sent()[0])).toMatch(/spoken: en.*Gemini/);
  });

  it('is bare text where that is asked for', async () => {
    const text = await openai.audio.transcriptions.create({
      file: await recording(),
      model: 'gpt-4o-transcribe',
      response_format: 'text' as never,
    });
    expect(text as unknown as string).toContain('Received: audio/wav');
  });

  it.each(['srt', 'vtt', 'verbose_json'])('comes with times as %s', async (format) => {
    const answer = await openai.audio.transcriptions.create({
      file: await recording(),
      model: 'gemini-2.5-flash',
      response_format: format as 'verbose_json',
      timestamp_granularities: ['segment'],
    });
    expect(sent('gemini-2.5-flash')).toMatchObject([
      { generationConfig: { responseMimeType: 'application/json' } },
    ]);
    if (format === 'verbose_json')
      expect(answer).toMatchObject({ task: 'transcribe', duration: 1, segments: expect.any(Array) });
    else expect(String(answer)).toMatch(/\d\d:\d\d:\d\d[.,]\d{3} --> \d\d:\d\d:\d\d[.,]\d{3}/);
  });

  it('comes in events', async () => {
    const stream = await openai.audio.transcriptions.create({
      file: await recording(),
      model: 'gpt-4o-mini-transcribe',
      stream: true,
    });
    let [text, done] = ['', ''];
    for await (const event of stream) {
      if (event.type === 'transcript.text.delta') text += event.delta;
      if (event.type === 'transcript.text.done') done = event.text;
    }
    expect(text).toContain('Received: audio/wav');
    expect(done).toBe(text);
  });

  it('in English is a translation', async () => {
    const { text } = await openai.audio.translations.create({ file: await recording(), model: 'whisper-1' });
    expect(text).toContain('Received: audio/wav');
    expect(JSON.stringify(sent()[0])).toContain('translated into English');
  });

  it.each<[string, object, string]>([
    [
      'words with times',
      { timestamp_granularities: ['word'], response_format: 'verbose_json' },
      'timestamp_granularities',
    ],
    ['a format nobody knows', { response_format: 'pdf' }, 'response_format'],
    ['a stream of subtitles', { response_format: 'srt', stream: true }, 'stream'],
    ['no file', { file: undefined }, 'file'],
  ])('is refused for %s', async (_, wrong, param) => {
    const body = { file: await recording(), model: 'whisper-1', ...wrong } as never;
    await expect(openai.audio.transcriptions.create(body)).rejects.toThrow(BadRequestError);
    await expect(openai.audio.transcriptions.create(body)).rejects.toMatchObject({ param });
  });

  it('is refused for a file that holds no sound, and for what is no form', async () => {
    const file = await toFile(Buffer.from('words'), 'notes.txt', { type: 'text/plain' });
    await expect(openai.audio.transcriptions.create({ file, model: 'whisper-1' })).rejects.toMatchObject({
      param: 'file',
    });
    expect((await rig.post('/v1/audio/transcriptions', { model: 'whisper-1' })).status).toBe(400);
  });
});
