import type OpenAI from 'openai';
import { BadRequestError } from 'openai';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { openaiSdk } from '../support/clients/openai-sdk';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const STANDARD = 'gemini-2.5-flash-preview-tts';
const NEWER = 'gemini-3.8-flash-tts';
/** A tenth of a second at 24 kHz. */
const SAMPLES_BYTES = 4800;

let rig: GatewayRig;
let openai: OpenAI;

beforeAll(async () => {
  rig = await GatewayRig.start({
    env: { TTS_VOICE_NAME: 'Sulafat' },
    simulator: { models: [STANDARD, NEWER] },
  });
  openai = clientOf('/v1');
});
afterAll(() => rig?.close());
beforeEach(async () => {
  await rig.reset();
  await rig.addKeys(2);
});

const clientOf = (path: string) => openaiSdk(rig.gateway.url, path);

async function speak(more: object = {}, client = openai): Promise<[type: string | null, file: Buffer]> {
  const response = await client.audio.speech.create({
    model: 'tts-1',
    voice: 'alloy',
    input: 'Hello.',
    ...more,
  });
  return [response.headers.get('content-type'), Buffer.from(await response.arrayBuffer())];
}

const sent = (model = STANDARD) => rig.callsFor(model).map(({ json }) => json as Record<string, never>);

describe('speech', () => {
  it.each(['/v1', '/hf/v1', '/openai/v1', '/v1beta/openai', '/gemini/v1'])(
    'is MP3 by default, under %s',
    async (path) => {
      const [type, file] = await speak({}, clientOf(path));
      expect(type).toBe('audio/mpeg');
      // The sync word of MPEG 2, layer III.
      expect(file.readUInt16BE(0) & 0xfff6).toBe(0xfff2);
      expect(sent()).toEqual([
        {
          contents: [{ role: 'user', parts: [{ text: 'Hello.' }] }],
          generationConfig: {
            responseModalities: ['AUDIO'],
            speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: 'Kore' } } },
          },
        },
      ]);
    },
  );

  it.each([
    ['bare samples', 'tts-1'],
    ['a WAV file', NEWER],
  ])('is a complete WAV with one header where upstream gives %s', async (_, model) => {
    const [type, file] = await speak({ model, response_format: 'wav' });
    expect(type).toBe('audio/wav');
    expect(file.length).toBe(44 + SAMPLES_BYTES);
    expect([file.toString('latin1', 0, 4), file.readUInt32LE(24), file.readUInt32LE(40)]).toEqual([
      'RIFF',
      24_000,
      SAMPLES_BYTES,
    ]);
    expect(file.lastIndexOf('RIFF')).toBe(0);
  });

  it('is bare samples, or FLAC', async () => {
    expect(await speak({ response_format: 'pcm' })).toEqual([
      'audio/pcm',
      expect.objectContaining({ length: SAMPLES_BYTES }),
    ]);
    const [type, file] = await speak({ response_format: 'flac' });
    expect([type, file.toString('latin1', 0, 4)]).toEqual(['audio/flac', 'fLaC']);
  });

  it('is spoken by the voice of the settings where the client names none', async () => {
    await speak({ voice: undefined });
    expect(JSON.stringify(sent()[0])).toContain('"voiceName":"Sulafat"');
  });

  it('is spoken as the client says', async () => {
    await speak({ instructions: 'cheerfully', speed: 0.5, voice: 'Zephyr' });
    await speak({ model: NEWER, instructions: 'cheerfully' });
    expect(sent()[0]).toMatchObject({
      contents: [{ parts: [{ text: 'Say cheerfully, very slowly: Hello.' }] }],
    });
    expect(sent(NEWER)[0]).toMatchObject({
      contents: [{ parts: [{ text: 'Hello.', speechMetadata: { style: 'cheerfully' } }] }],
    });
  });

  it('comes in events that can be joined', async () => {
    const response = await openai.audio.speech.create({
      model: 'gpt-4o-mini-tts',
      voice: 'nova',
      input: 'Hello.',
      response_format: 'pcm',
      stream_format: 'sse',
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = (await response.text())
      .split('\n\n')
      .filter(Boolean)
      .map((frame) => JSON.parse(frame.split('data: ')[1]!) as { type: string; audio?: string });
    expect(Buffer.from(events.map(({ audio }) => audio ?? '').join(''), 'base64')).toHaveLength(
      SAMPLES_BYTES,
    );
    expect(events.at(-1)).toMatchObject({
      type: 'speech.audio.done',
      usage: { total_tokens: expect.any(Number) },
    });
  });

  it.each<[string, object, string, string | null]>([
    ['opus', { response_format: 'opus' }, 'response_format', 'unsupported_value'],
    ['aac', { response_format: 'aac' }, 'response_format', 'unsupported_value'],
    ['a voice nobody has', { voice: 'robot' }, 'voice', null],
    ['nothing to say', { input: '' }, 'input', null],
    ['a speed nobody speaks at', { speed: 9 }, 'speed', null],
  ])('is refused for %s', async (_, wrong, param, code) => {
    await expect(speak(wrong)).rejects.toThrow(BadRequestError);
    await expect(speak(wrong)).rejects.toMatchObject({ param, code });
    expect(sent()).toEqual([]);
  });

  it('tells of what is not spoken', async () => {
    rig.simulator.on({ model: STANDARD }).do({ kind: 'blocked-prompt' });
    await expect(speak()).rejects.toMatchObject({ status: 400, code: 'content_filter' });
  });
});

describe('native speech', () => {
  const voice = (voiceName: string) => ({ voiceConfig: { prebuiltVoiceConfig: { voiceName } } });

  it.each([
    ['of one voice', voice('Kore')],
    [
      'of two voices',
      {
        multiSpeakerVoiceConfig: {
          speakerVoiceConfigs: [
            { speaker: 'Anna', ...voice('Kore') },
            { speaker: 'Ben', ...voice('Puck') },
          ],
        },
      },
    ],
  ])('%s passes as it is', async (_, speechConfig) => {
    const { candidates } = await geminiSdk(rig.gateway.url, CLIENT_TOKEN).models.generateContent({
      model: STANDARD,
      contents: 'Anna: Hello. Ben: Hi.',
      config: { responseModalities: ['AUDIO'], speechConfig },
    });
    const { mimeType, data } = candidates![0]!.content!.parts![0]!.inlineData!;
    expect(mimeType).toBe('audio/L16;codec=pcm;rate=24000');
    expect(Buffer.from(data!, 'base64')).toHaveLength(SAMPLES_BYTES);
    expect(sent()[0]).toMatchObject({ generationConfig: { speechConfig } });
  });
});
