import { crc32 } from 'node:zlib';
import { aSimulator, ask, closeSimulators, MODEL, post } from '../testing/a-simulator';
import { draft, picture, speech } from './media';
import type { Part } from './generate-request';
import { chatModel } from '../models/catalogue';

const PAINTER = 'gemini-3-pro-image-preview';
const PIXEL = picture().inlineData!;
const SOUND = speech(chatModel('any')).inlineData!;

const showing = (...inlineData: object[]) => ({
  contents: [
    { role: 'user', parts: [{ text: 'What is it?' }, ...inlineData.map((blob) => ({ inlineData: blob }))] },
  ],
});

const kinds = (parts: readonly Part[]) =>
  parts.map((part) => `${part.thought ? 'thought ' : ''}${part.inlineData?.mimeType ?? 'text'}`);

afterEach(closeSimulators);

describe('media that come in', () => {
  it('are named in the answer and counted by what they are', async () => {
    const { json } = await ask(await aSimulator(), '', showing(PIXEL, SOUND));
    expect(json.candidates[0].content.parts[0].text).toContain(
      'Received: image/png (70 bytes), audio/wav (4844 bytes).',
    );
    expect(json.usageMetadata.promptTokensDetails).toEqual([
      { modality: 'TEXT', tokenCount: 3 },
      { modality: 'IMAGE', tokenCount: 258 },
      { modality: 'AUDIO', tokenCount: 10 },
    ]);
    expect(json.usageMetadata.promptTokenCount).toBe(271);
  });

  it.each([
    [
      'a type that no model takes',
      { mimeType: 'image/gif', data: 'R0lGODlh' },
      'Unsupported MIME type: image/gif',
    ],
    ['no type', { data: 'AAAA' }, 'Unsupported MIME type: '],
    [
      'what is no base64',
      { mimeType: 'image/png', data: 'no base64!' },
      'Base64 decoding failed for "no base64!"',
    ],
    ['a picture that is none', { mimeType: 'image/png', data: 'AAAA' }, 'Unable to process input image.'],
  ])('are refused with %s', async (_, blob, words) => {
    const reply = await ask(await aSimulator(), '', showing(blob));
    expect([reply.status, reply.json.error?.message]).toEqual([400, expect.stringContaining(words)]);
  });

  it('are counted by countTokens too', async () => {
    const { json } = await post(await aSimulator(), `/v1beta/models/${MODEL}:countTokens`, showing(PIXEL));
    expect(json.promptTokensDetails).toContainEqual({ modality: 'IMAGE', tokenCount: 258 });
  });
});

describe('pictures that go out', () => {
  it.each([
    ['text, a draft and a picture', {}, ['thought image/png', 'text', 'image/png']],
    [
      'no text where only pictures are asked for',
      { responseModalities: ['IMAGE'] },
      ['thought image/png', 'image/png'],
    ],
    ['no picture where only text is asked for', { responseModalities: ['TEXT'] }, ['text']],
    [
      'thoughts where they are asked for',
      { thinkingConfig: { includeThoughts: true } },
      ['thought text', 'thought image/png', 'text', 'image/png'],
    ],
  ])('are %s', async (_, generationConfig, expected) => {
    const { json } = await ask(await aSimulator(), 'a dot', { generationConfig }, 'AQ.good', PAINTER);
    expect(kinds(json.candidates[0].content.parts)).toEqual(expected);
  });

  it('are each whole in one event', async () => {
    const { json } = await post(
      await aSimulator(),
      `/v1beta/models/${PAINTER}:streamGenerateContent`,
      showing(),
    );
    const parts = (json as { candidates: { content: { parts: Part[] } }[] }[]).flatMap(
      (event) => event.candidates[0]!.content.parts,
    );
    const sent = parts.filter((part) => part.inlineData);
    expect(sent).toEqual([draft(), picture()]);
  });

  it.each([
    ['picture', picture()],
    ['draft', draft()],
  ])('hold a %s that decodes', (_, part) => {
    const png = Buffer.from(part.inlineData!.data!, 'base64');
    const types: string[] = [];
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
      const end = at + 8 + png.readUInt32BE(at);
      types.push(png.toString('latin1', at + 4, at + 8));
      expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    }
    expect(types).toEqual(['IHDR', 'IDAT', 'IEND']);
  });
});
