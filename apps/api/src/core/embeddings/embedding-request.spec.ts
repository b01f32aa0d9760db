import type { JsonObject } from '../json-object';
import { parseEmbeddingRequest } from './embedding-request';

const MODEL = 'gemini-embedding-001';

it.each<[string, unknown, unknown]>([
  ['a text', 'a', ['a']],
  ['texts', ['a', ' '], ['a', ' ']],
  ['the tokens of a text', [9906, 1917], [[9906, 1917]]],
  ['tokens of several texts', [[9906], [1917]], [[9906], [1917]]],
])('takes %s', (_, input, inputs) => {
  expect(parseEmbeddingRequest({ model: MODEL, input, user: 'u', dimensions: null })).toEqual({
    model: MODEL,
    inputs,
    dimensions: undefined,
    encoding: 'float',
  });
});

it('takes the form of the answer', () => {
  const asked = parseEmbeddingRequest({
    model: MODEL,
    input: 'a',
    dimensions: 256,
    encoding_format: 'base64',
  });
  expect(asked).toMatchObject({ dimensions: 256, encoding: 'base64' });
});

it.each<[string, string, JsonObject]>([
  ['no model', 'model', { model: undefined }],
  ['no input', 'input', { input: undefined }],
  ['an empty text', 'input', { input: '' }],
  ['an empty list', 'input', { input: [] }],
  ['an empty text in a list', 'input', { input: ['a', ''] }],
  ['a number among texts', 'input', { input: ['a', 1] }],
  ['a text among tokens', 'input', { input: [1, 'a'] }],
  ['an empty list of tokens', 'input', { input: [[1], []] }],
  ['a token that is none', 'input', { input: [1.5] }],
  ['an object', 'input', { input: { text: 'a' } }],
  ['more than 2048 inputs', 'input', { input: Array(2049).fill('a') }],
  ['no dimensions at all', 'dimensions', { dimensions: 0 }],
  ['dimensions as a text', 'dimensions', { dimensions: '256' }],
  ['an encoding nobody knows', 'encoding_format', { encoding_format: 'int8' }],
])('refuses %s and names the field', (_, field, change) => {
  expect(() => parseEmbeddingRequest({ model: MODEL, input: 'a', ...change })).toThrow(
    expect.objectContaining({ status: 400, field }),
  );
});
