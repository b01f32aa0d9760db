import { modelOfSetup } from './live-setup';

it.each([
  ['models/gemini-3.8-live', 'gemini-3.8-live'],
  ['gemini-3.8-live', 'gemini-3.8-live'],
  ['publishers/google/models/gemini-3.8-live', 'gemini-3.8-live'],
])('finds the model in %s', (model, bare) =>
  expect(modelOfSetup(JSON.stringify({ setup: { model } }))).toBe(bare),
);

it('takes a setup without a model', () => expect(modelOfSetup('{"setup":{}}')).toBe(''));

it.each([
  ['hello'],
  ['{}'],
  ['[]'],
  ['{"setup":"x"}'],
  ['{"setup":{"model":7}}'],
  ['{"setup":{"model":"models/a b"}}'],
])('refuses %s', (message) => expect(() => modelOfSetup(message)).toThrow(/setup/));
