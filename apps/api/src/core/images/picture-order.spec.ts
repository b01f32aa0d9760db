import type { JsonObject } from '../json-object';
import { parsePictureOrder } from './picture-order';

const order = (more: JsonObject = {}) => parsePictureOrder({ prompt: 'a cat', ...more });

it('asks for one picture as bytes where nothing else is said', () => {
  expect(order({ n: null, size: null, quality: null, style: 'vivid', moderation: 'low', user: 'u' })).toEqual(
    {
      model: undefined,
      prompt: 'a cat',
      count: 1,
      aspectRatio: undefined,
      imageSize: undefined,
      format: undefined,
      compression: undefined,
      delivery: 'b64_json',
      isStream: false,
      partialImages: 0,
      said: { size: 'auto', quality: 'auto', background: 'auto' },
    },
  );
});

it.each([
  ['1024x1024', '1:1', undefined],
  ['256x256', '1:1', undefined],
  ['1536x1024', '3:2', undefined],
  ['1024x1536', '2:3', undefined],
  ['1792x1024', '16:9', undefined],
  ['1024x1792', '9:16', undefined],
  ['1280x720', '16:9', undefined],
  ['800X1000', '4:5', undefined],
  ['2048x2048', '1:1', '2K'],
  ['4096x4096', '1:1', '4K'],
  ['3:4', '3:4', undefined],
  ['100x1000', '1:8', undefined],
  ['auto', undefined, undefined],
])('takes the size %s', (size, aspectRatio, imageSize) => {
  expect(order({ size })).toMatchObject({ aspectRatio, imageSize, said: { size } });
});

it.each([
  ['hd', '2K'],
  ['high', '2K'],
  ['medium', undefined],
  ['standard', undefined],
  ['auto', undefined],
])('takes the quality %s', (quality, imageSize) => {
  expect(order({ quality }).imageSize).toBe(imageSize);
});

it('lets {n:…} win over n, and size over {ratio:…}', () => {
  expect(order({ prompt: 'a cat {n:2} {ratio:16:9}', n: 5 })).toMatchObject({
    count: 2,
    aspectRatio: '16:9',
  });
  expect(order({ prompt: 'a cat {ratio:16:9}', size: '1024x1024' })).toMatchObject({
    prompt: 'a cat',
    aspectRatio: '1:1',
  });
  expect(order({ prompt: 'a cat {ratio:16:9}', size: 'auto' }).aspectRatio).toBe('16:9');
});

it.each<[string, JsonObject]>([
  ['prompt', { prompt: '' }],
  ['prompt', { prompt: ['a cat'] }],
  ['prompt', { prompt: '{n:2}' }],
  ['model', { model: 5 }],
  ['n', { n: 0 }],
  ['n', { n: 11 }],
  ['n', { n: '2' }],
  ['n', { n: 1.5 }],
  ['size', { size: 'large' }],
  ['size', { size: '0x100' }],
  ['size', { size: 1024 }],
  ['response_format', { response_format: 'file' }],
  ['output_format', { output_format: 'bmp' }],
  ['output_compression', { output_compression: 101 }],
  ['partial_images', { partial_images: 4 }],
])('refuses a wrong %s and names it', (field, wrong) => {
  expect(() => order(wrong)).toThrow(expect.objectContaining({ status: 400, field }));
});
