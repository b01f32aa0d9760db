import { disguised, ModelAliases } from './model-aliases';

const ALIASES = {
  'gpt-4o': 'gemini-3.8-flash',
  'claude-*': 'gemini-3.6-flash',
  'claude-opus-*': 'models/gemini-3.1-pro-preview',
  'claude-*-opus-*': 'gemini-4-argon',
  'claude-opus-5': 'gemini-4-hydrogen',
  'o?.(1)*': 'gemini-2.5-pro',
  broken: 'not a model',
};

describe('ModelAliases', () => {
  it.each([
    ['a whole name', 'gpt-4o', 'gemini-3.8-flash'],
    ['a whole name before a pattern', 'claude-opus-5', 'gemini-4-hydrogen'],
    ['the longest pattern', 'claude-opus-4-8', 'gemini-3.1-pro-preview'],
    ['a pattern with two gaps', 'claude-3-opus-20240229', 'gemini-4-argon'],
    ['the shortest pattern last', 'claude-haiku-4-5', 'gemini-3.6-flash'],
    ['what stands between, letter by letter', 'o?.(1)-mini', 'gemini-2.5-pro'],
    ['a model by its listed name before a pattern', 'claude-gemini-2.5-flash', 'gemini-2.5-flash'],
    ['nothing that only begins so', 'gpt-4o-mini', 'gpt-4o-mini'],
    ['nothing whose target can be no model', 'broken', 'broken'],
    ['nothing that every object has', 'constructor', 'constructor'],
  ])('knows %s', (_, name, model) => {
    expect(new ModelAliases(ALIASES).modelOf(name)).toBe(model);
  });

  it('takes the default for a Claude model that nothing else stands for, and for no other', () => {
    const aliases = new ModelAliases({ 'claude-opus-*': 'gemini-3.1-pro-preview' }, 'gemini-3.8-flash');
    expect(aliases.modelOf('claude-sonnet-5')).toBe('gemini-3.8-flash');
    expect(aliases.modelOf('claude-opus-5')).toBe('gemini-3.1-pro-preview');
    expect(aliases.modelOf('gemini-9')).toBe('gemini-9');
  });

  it('leaves a Claude model as it is where there is no default', () => {
    expect(new ModelAliases({}).modelOf('claude-sonnet-5')).toBe('claude-sonnet-5');
  });

  it('lists whole names only', () => {
    expect(new ModelAliases(ALIASES).names).toEqual(['gpt-4o', 'claude-opus-5']);
  });

  it('finds the model behind a listed name', () => {
    expect(new ModelAliases({}).modelOf(disguised('gemma-4-31b-it')!)).toBe('gemma-4-31b-it');
  });

  it('has none for what it would not find again', () => {
    expect(disguised('house-model')).toBeUndefined();
  });
});
