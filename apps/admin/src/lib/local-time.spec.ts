import { fromLocalInput, toLocalInput } from './local-time';

it('brings a time to the minute through an input and back', () => {
  const atMs = Date.UTC(2026, 6, 1, 12, 34);
  expect(fromLocalInput(toLocalInput(atMs))).toBe(atMs);
});

it.each(['', 'soon'])('takes "%s" for no time', (text) => {
  expect(fromLocalInput(text)).toBeUndefined();
});

it('writes nothing for no time', () => {
  expect(toLocalInput(undefined)).toBe('');
});
