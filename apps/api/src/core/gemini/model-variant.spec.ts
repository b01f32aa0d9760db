import { baseModelOf, isNonThinkingName } from './model-variant';

describe('NAME-non-thinking', () => {
  const offered = ['gemini-2.5-flash'];

  it.each([
    ['gemini-2.5-flash', 'gemini-2.5-flash'],
    ['gemini-2.5-flash-non-thinking', 'gemini-2.5-flash'],
  ])('%s is %s upstream', (name, model) => {
    expect(baseModelOf(name, offered)).toBe(model);
  });

  it('is refused with the name of the setting where it is not offered', () => {
    expect(() => baseModelOf('gemini-2.5-pro-non-thinking', offered)).toThrow(/THINKING_MODELS/);
  });

  it.each([
    ['gemini-2.5-flash-non-thinking', true],
    ['models/gemini-2.5-flash-non-thinking', true],
    ['gemini-2.5-flash', false],
    ['gemini-2.5-pro-non-thinking', false],
  ])('is seen in %s: %s', (name, isSeen) => {
    expect(isNonThinkingName(name, 'gemini-2.5-flash')).toBe(isSeen);
  });
});
