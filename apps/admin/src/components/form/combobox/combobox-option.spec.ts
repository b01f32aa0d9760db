import { matchingOptions } from './combobox-option';

const OPTIONS = ['gemini-2.5-pro', 'gemini-2.5-flash', 'pro-gemini', 'Gemma-4'].map((value) => ({ value }));

it.each([
  ['', ['gemini-2.5-pro', 'gemini-2.5-flash', 'pro-gemini', 'Gemma-4']],
  ['pro', ['pro-gemini', 'gemini-2.5-pro']],
  [' FLASH 2.5', ['gemini-2.5-flash']],
  ['gemma', ['Gemma-4']],
  ['gpt', []],
])('offers for "%s" what has its words, and first what begins with it', (typed, expected) => {
  expect(matchingOptions(OPTIONS, typed).map(({ value }) => value)).toEqual(expected);
});

it('offers no more than anybody reads', () => {
  const many = Array.from({ length: 500 }, (_, at) => ({ value: `model-${at}` }));
  expect(matchingOptions(many, 'model')).toHaveLength(100);
});
