import type { GenerateContentResponse } from '../gemini/reply/generate-content-response';
import { toPictureRequest } from './gemini-pictures';
import { picturesOfPrediction, toPredictRequests } from './imagen-pictures';
import { picturesOf } from './made-pictures';
import { parsePictureOrder } from './picture-order';

const PNG = { mimeType: 'image/png', data: 'iVBORw==' };
const replyOf = (parts: object[], finishReason = 'STOP'): GenerateContentResponse => ({
  candidates: [{ content: { parts }, finishReason }],
  usageMetadata: { promptTokenCount: 3 },
});

it('takes pictures, and leaves texts and drafts', () => {
  const drawn = replyOf([{ text: 'Here.' }, { inlineData: PNG, thought: true }, { inlineData: PNG }]);
  expect(picturesOf(drawn)).toEqual({
    pictures: [{ mimeType: 'image/png', base64: 'iVBORw==' }],
    usage: { promptTokenCount: 3 },
  });
});

it.each<[string, GenerateContentResponse, object]>([
  [
    'a blocked prompt',
    { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } },
    { status: 400, code: 'content_filter' },
  ],
  ['a picture stopped for safety', replyOf([], 'IMAGE_SAFETY'), { status: 400, code: 'content_filter' }],
  [
    'a text in place of a picture',
    replyOf([{ text: 'I cannot draw.' }]),
    { status: 502, message: /I cannot draw/ },
  ],
  [
    'nothing but a draft',
    replyOf([{ inlineData: PNG, thought: true }], 'NO_IMAGE'),
    { status: 502, message: /NO_IMAGE/ },
  ],
  ['a sound', replyOf([{ inlineData: { mimeType: 'audio/wav', data: 'AAAA' } }]), { status: 502 }],
])('tells of %s', (_, reply, { message = /./, ...fault }: { message?: RegExp }) => {
  const expected = { ...fault, message: expect.stringMatching(message) as string };
  expect(() => picturesOf(reply)).toThrow(expect.objectContaining(expected));
});

it('asks a Gemini model for a picture, with what is edited before the words', () => {
  const order = parsePictureOrder({ prompt: 'add a hat', size: '1792x1024', quality: 'hd' });
  const picture = { mimeType: 'image/png', base64: 'AAAA' };
  const mask = { mimeType: 'image/png', base64: 'BBBB' };
  const request = toPictureRequest(order, { pictures: [picture], mask }, []);
  expect(request).toEqual({
    contents: [
      {
        role: 'user',
        parts: [
          { inlineData: { mimeType: 'image/png', data: 'AAAA' } },
          { inlineData: { mimeType: 'image/png', data: 'BBBB' } },
          { text: expect.stringMatching(/^add a hat\n\n.*mask/) },
        ],
      },
    ],
    generationConfig: {
      responseModalities: ['IMAGE'],
      imageConfig: { aspectRatio: '16:9', imageSize: '2K' },
    },
  });
});

it('asks Imagen for four at a time, in the proportions it knows', () => {
  const order = parsePictureOrder({
    prompt: 'a cat',
    n: 6,
    size: '1536x1024',
    output_format: 'jpeg',
    output_compression: 80,
  });
  const requests = toPredictRequests(order);
  expect(requests).toMatchObject([{ parameters: { sampleCount: 4 } }, { parameters: { sampleCount: 2 } }]);
  expect(requests[0]).toEqual({
    instances: [{ prompt: 'a cat' }],
    parameters: {
      sampleCount: 4,
      aspectRatio: '4:3',
      personGeneration: 'allow_adult',
      includeRaiReason: true,
      outputOptions: { mimeType: 'image/jpeg', compressionQuality: 80 },
    },
  });
});

it('takes what Imagen made, and tells what it filtered', () => {
  const made = { bytesBase64Encoded: 'AAAA', mimeType: 'image/jpeg' };
  expect(picturesOfPrediction({ predictions: [made, { raiFilteredReason: 'No.' }] }).pictures).toEqual([
    { base64: 'AAAA', mimeType: 'image/jpeg' },
  ]);
  const filtered = { predictions: [{ raiFilteredReason: 'Not that.' }] };
  expect(() => picturesOfPrediction(filtered)).toThrow(expect.objectContaining({ code: 'content_filter' }));
  for (const empty of [{}, { predictions: null }, { predictions: [null, {}] }])
    expect(() => picturesOfPrediction(empty)).toThrow(expect.objectContaining({ status: 502 }));
});
