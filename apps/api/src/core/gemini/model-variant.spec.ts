import { baseModelOf } from './model-variant';

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
});
