import { readPromptMarkers } from './prompt-markers';

it.each([
  ['a cat', { prompt: 'a cat', count: undefined, aspectRatio: undefined }],
  ['a  cat {now}', { prompt: 'a  cat {now}', count: undefined, aspectRatio: undefined }],
  ['a cat {n:2}', { prompt: 'a cat', count: 2, aspectRatio: undefined }],
  ['{ratio:16:9} a cat', { prompt: 'a cat', count: undefined, aspectRatio: '16:9' }],
  ['a {n:3} cat { Ratio : 3 : 4 } here', { prompt: 'a cat here', count: 3, aspectRatio: '3:4' }],
  ['a cat {n:2} {n:4}', { prompt: 'a cat', count: 4, aspectRatio: undefined }],
])('%s', (marked, read) => {
  expect(readPromptMarkers(marked)).toEqual(read);
});

it.each([
  ['a cat {n:0}', /from 1 to 10/],
  ['a cat {n:11}', /from 1 to 10/],
  ['a cat {ratio:7:5}', /1:1, 2:3/],
])('refuses %s and says what is allowed', (marked, message) => {
  expect(() => readPromptMarkers(marked)).toThrow(
    expect.objectContaining({ field: 'prompt', message: expect.stringMatching(message) }),
  );
});
