import { InvalidRequestError, ModelNotAllowedError, ModelNotFoundError } from '../../core/gateway-error';
import { ModelAliases } from '../../core/gemini/models/model-aliases';
import { FakeClock } from '../../core/testing/fake-clock';
import { ModelCatalog } from './model-catalog';
import { ModelNames } from './model-names';

const ALIASES = {
  'gpt-4o': 'gemini-3.8-flash',
  'org/gpt*': 'gemini-3.7-flash',
  quick: 'gemini-2.5-flash-non-thinking',
  gone: 'gemini-old',
};

const POLICY = {
  aliases: new ModelAliases(ALIASES, 'gemini-3.6-flash'),
  searchModels: ['gemini-2.5-flash', 'gemini-3.8-flash'],
  imageModels: ['gemini-3-image'],
  thinkingModels: ['gemini-2.5-flash'],
  imageModel: 'gemini-3-image',
};

function aNames(filtered: readonly string[] = []): ModelNames {
  const catalog = new ModelCatalog(
    () => Promise.resolve([]),
    new FakeClock(),
    () => filtered,
  );
  return new ModelNames(catalog, () => POLICY);
}

describe('ModelNames', () => {
  it.each([
    ['its own name', 'gemini-4-argon', 'gemini-4-argon'],
    ['its name as Google writes it', 'models/gemini-4-argon', 'gemini-4-argon'],
    ['an alias', 'gpt-4o', 'gemini-3.8-flash'],
    ['an alias as Google would write it', 'models/gpt-4o', 'gemini-3.8-flash'],
    ['an alias that could be no model', 'org/gpt-5:free', 'gemini-3.7-flash'],
    ['the name of a variant', 'gemini-2.5-flash-non-thinking', 'gemini-2.5-flash'],
    ['an alias of a variant', 'quick', 'gemini-2.5-flash'],
    ['any name of a Claude model', 'claude-sonnet-5', 'gemini-3.6-flash'],
  ])('finds a model by %s', (_, name, model) => {
    expect(aNames().featuresFor(name).model).toBe(model);
  });

  it.each([
    ['gemini-2.5-flash', false],
    ['models/gemini-2.5-flash-non-thinking', true],
    ['quick', true],
  ])('tells whether %s is to answer without thinking: %s', (name, isNonThinking) => {
    expect(aNames().featuresFor(name)).toMatchObject({ model: 'gemini-2.5-flash', isNonThinking });
  });

  it('knows what each suffix asks for', () => {
    expect(aNames().featuresFor('gemini-2.5-flash-search-non-thinking')).toMatchObject({
      model: 'gemini-2.5-flash',
      variant: 'gemini-2.5-flash-search-non-thinking',
      isSearching: true,
      isNonThinking: true,
    });
  });

  it('takes a name for that of a model while it is not known which there are', () => {
    expect(aNames().featuresFor('gemini-9-image').model).toBe('gemini-9-image');
  });

  it('takes the name of a listed model for nothing else', async () => {
    const catalog = new ModelCatalog(
      () => Promise.resolve([{ name: 'models/gemini-2.5-flash-search' }]),
      new FakeClock(),
      () => [],
    );
    const names = new ModelNames(catalog, () => POLICY);
    await catalog.list();
    expect(names.featuresFor('gemini-2.5-flash-search').model).toBe('gemini-2.5-flash-search');
    expect(() => names.featuresFor('gemini-9-image')).toThrow(/IMAGE_MODELS/);
    expect(names.whenKnown('gemini-9-image')).toBeUndefined();
  });

  it('looks once more for a name that may be that of a new model', async () => {
    const lists = [[], [{ name: 'models/gemini-9-image' }]];
    const clock = new FakeClock();
    const catalog = new ModelCatalog(
      () => Promise.resolve(lists.shift()!),
      clock,
      () => [],
    );
    const names = new ModelNames(catalog, () => POLICY);
    await names.whenKnown('gemini-9-image');
    expect(() => names.featuresFor('gemini-9-image')).toThrow(/IMAGE_MODELS/);
    clock.advance(60_000);
    expect(names.whenKnown('gemini-2.5-flash-search')).toBeUndefined();
    await names.whenKnown('gemini-9-image');
    expect(names.featuresFor('gemini-9-image').model).toBe('gemini-9-image');
  });

  it.each([
    ['what can be no name', 'a b', [], ModelNotFoundError],
    ['a hidden model', 'gemini-old', ['gemini-old'], ModelNotAllowedError],
    ['an alias of a hidden model', 'gone', ['gemini-old'], ModelNotAllowedError],
    ['a hidden alias', 'gpt-4o', ['gpt-4o'], ModelNotAllowedError],
    ['a variant that is not offered', 'gemini-2.5-pro-non-thinking', [], InvalidRequestError],
  ])('refuses %s', (_, name, filtered, error) => {
    expect(() => aNames(filtered).featuresFor(name)).toThrow(error);
  });

  describe('in a list', () => {
    const listed = ['gemini-3.8-flash', 'gemini-3.6-flash', 'gemini-2.5-flash', 'gpt-4o'].map((name) => ({
      name: `models/${name}`,
      displayName: name,
    }));
    const named = (model: { name: string; displayName?: string } | undefined) =>
      model && [model.name, model.displayName];

    it('stand beside the models, unless nobody knows what they stand for', () => {
      expect(aNames().offered(listed).map(named)).toEqual([
        ['models/gemini-3.8-flash', 'gemini-3.8-flash'],
        ['models/gemini-3.6-flash', 'gemini-3.6-flash'],
        ['models/gemini-2.5-flash', 'gemini-2.5-flash'],
        ['models/gemini-3.8-flash-search', 'gemini-3.8-flash (search)'],
        ['models/gemini-2.5-flash-search', 'gemini-2.5-flash (search)'],
        ['models/gemini-2.5-flash-non-thinking', 'gemini-2.5-flash (non-thinking)'],
        ['models/gpt-4o', 'gemini-3.8-flash'],
        ['models/quick', 'gemini-2.5-flash (non-thinking)'],
      ]);
    });

    it('variants are there for models that answer, unless they are hidden or names of models', () => {
      const models = [
        { name: 'models/gemini-2.5-flash', supportedGenerationMethods: ['embedContent'] },
        { name: 'models/gemini-3.8-flash', supportedGenerationMethods: ['generateContent'] },
        { name: 'models/gemini-3-image' },
      ];
      const offered = (...hidden: string[]) =>
        aNames(hidden)
          .offered(models)
          .map(({ name }) => name)
          .slice(models.length);
      expect(offered()).toEqual([
        'models/gemini-3.8-flash-search',
        'models/gemini-3-image-image',
        'models/gpt-4o',
        'models/quick',
      ]);
      expect(offered('gemini-3.8-flash-search')).not.toContain('models/gemini-3.8-flash-search');
    });

    it.each([
      ['gemini-3.6-flash', ['models/gemini-3.6-flash', 'gemini-3.6-flash']],
      ['models/gpt-4o', ['models/gpt-4o', 'gemini-3.8-flash']],
      ['claude-sonnet-5', ['models/claude-sonnet-5', 'gemini-3.6-flash']],
      ['claude-gemini-2.5-flash', ['models/claude-gemini-2.5-flash', 'gemini-2.5-flash']],
      ['gemini-9', undefined],
    ])('are found: %s', (name, expected) => {
      const names = aNames();
      expect(named(names.find(names.offered(listed), name))).toEqual(expected);
    });

    it('there is a chat with the image model, if that one is listed', () => {
      const image = { name: 'models/gemini-3-image', displayName: 'Image' };
      expect(
        aNames()
          .offeredToChats([...listed, image])
          .map(named),
      ).toEqual([['models/gemini-3-image-chat', 'Image']]);
      expect(aNames().offeredToChats(listed)).toEqual([]);
    });

    it('are told with the setting they come from, patterns and hidden ones among them', () => {
      const image = { name: 'models/gemini-3-image' };
      const derived = aNames(['quick', 'gemini-3.8-flash'])
        .derived([...listed, image])
        .map(({ name, model, setting, isFiltered }) => [name, model, setting, isFiltered]);
      expect(derived).toEqual([
        ['gemini-3.8-flash-search', 'gemini-3.8-flash', 'SEARCH_MODELS', true],
        ['gemini-2.5-flash-search', 'gemini-2.5-flash', 'SEARCH_MODELS', false],
        ['gemini-2.5-flash-non-thinking', 'gemini-2.5-flash', 'THINKING_MODELS', false],
        ['gemini-3-image-image', 'gemini-3-image', 'IMAGE_MODELS', false],
        ['gpt-4o', 'gemini-3.8-flash', 'MODEL_ALIASES', true],
        ['org/gpt*', 'gemini-3.7-flash', 'MODEL_ALIASES', false],
        ['quick', 'gemini-2.5-flash', 'MODEL_ALIASES', true],
        ['gone', 'gemini-old', 'MODEL_ALIASES', false],
        ['claude-*', 'gemini-3.6-flash', 'CLAUDE_DEFAULT_MODEL', false],
        ['gemini-3-image-chat', 'gemini-3-image', 'CREATE_IMAGE_MODEL', false],
      ]);
    });

    it('may be used by whoever may use what they stand for', () => {
      const alias = { name: 'models/gpt-4o' };
      expect(aNames().isNamed(alias, (name) => name === 'gpt-4o')).toBe(true);
      expect(aNames().isNamed(alias, (name) => name === 'gemini-3.8-flash')).toBe(true);
      expect(aNames().isNamed(alias, (name) => name === 'gemini-3.6-flash')).toBe(false);
      const variant = { name: 'models/gemini-2.5-flash-search' };
      expect(aNames().isNamed(variant, (name) => name === 'gemini-2.5-flash')).toBe(true);
    });
  });
});
