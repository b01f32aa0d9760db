import { hasSuffix, variantOf, variantsOf, type VariantPolicy } from './model-variant';

const policy: VariantPolicy = {
  searchModels: ['gemini-2.5-flash', 'gemini-2.5-pro'],
  imageModels: ['gemini-2.5-flash-image', 'gemini-2.0-flash-exp'],
  thinkingModels: ['gemini-2.5-flash'],
};
const listed = ['gemini-9-deep-search', 'gemini-9-image'];
const isOwn = (name: string): boolean => listed.includes(name);

describe('the name of a variant', () => {
  it.each<[name: string, model: string, suffixes: readonly string[]]>([
    ['gemini-2.5-flash', 'gemini-2.5-flash', []],
    ['gemini-2.5-flash-search', 'gemini-2.5-flash', ['-search']],
    ['gemini-2.0-flash-exp-image', 'gemini-2.0-flash-exp', ['-image']],
    ['gemini-2.5-flash-non-thinking', 'gemini-2.5-flash', ['-non-thinking']],
    ['gemini-2.5-flash-search-non-thinking', 'gemini-2.5-flash', ['-non-thinking', '-search']],
    ['gemini-2.5-flash-non-thinking-search', 'gemini-2.5-flash', ['-search', '-non-thinking']],
    ['gemini-2.5-flash-image-image', 'gemini-2.5-flash-image', ['-image']],
  ])('%s stands for %s with %j', (name, model, suffixes) => {
    const variant = variantOf(name, policy, isOwn);

    expect([variant.model, variant.suffixes.map(({ text }) => text)]).toEqual([model, suffixes]);
  });

  it.each(['gemini-9-deep-search', 'gemini-9-image', 'gemini-2.5-flash-image'])(
    'may be that of a model itself: %s',
    (name) => {
      expect(variantOf(name, policy, isOwn)).toEqual({ model: name, suffixes: [] });
    },
  );

  it.each([
    ['gemini-3-search', 'SEARCH_MODELS'],
    ['gemini-2.5-flash-lite-image', 'IMAGE_MODELS'],
    ['gemini-2.5-pro-non-thinking', 'THINKING_MODELS'],
    ['gemini-2.5-pro-search-non-thinking', 'THINKING_MODELS'],
    ['gemini-9-image-search', 'SEARCH_MODELS'],
    ['-search', 'SEARCH_MODELS'],
  ])('%s is refused with the name of the setting: %s', (name, setting) => {
    expect(() => variantOf(name, policy, isOwn)).toThrow(new RegExp(setting));
  });

  it('is made for the models that the operator names', () => {
    expect(variantsOf('gemini-2.5-flash', policy).map(({ name }) => name)).toEqual([
      'gemini-2.5-flash-search',
      'gemini-2.5-flash-non-thinking',
    ]);
    expect(variantsOf('gemini-9-image', policy)).toEqual([]);
  });

  it.each([
    ['gemini-2.5-flash', false],
    ['gemini-2.5-flash-image', true],
  ])('is told by its end: %s %s', (name, expected) => {
    expect(hasSuffix(name)).toBe(expected);
  });
});
