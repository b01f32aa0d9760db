import { featuresOf, type ModelFeatures } from './model-features';

const lowest = ({ thinking }: ModelFeatures) => (thinking.kind === 'level' ? thinking.levels[0] : undefined);

describe('featuresOf', () => {
  it.each([
    ['gemini-4-argon', 'LOW'],
    ['gemini-3.8-flash', 'LOW'],
    ['gemini-3.7-flash', 'LOW'],
    ['gemini-3.6-flash', 'MINIMAL'],
    ['gemini-3.5-flash-lite', 'MINIMAL'],
    ['gemini-3-flash-preview', 'MINIMAL'],
    ['gemini-3.1-pro-preview', 'LOW'],
    ['gemini-flash-latest', 'LOW'],
    ['gemini-flash-lite-latest', 'MINIMAL'],
    ['gemini-9-unheard-of', 'LOW'],
    ['gemini-2.5-pro', undefined],
    ['gemma-4-31b-it', undefined],
  ])('lets %s think from level %s on', (model, level) => {
    expect(lowest(featuresOf(model))).toBe(level);
  });

  it.each([
    ['gemini-2.5-pro', { min: 128, max: 32_768, isOnByDefault: true }],
    ['gemini-2.5-flash', { min: 0, max: 24_576, isOnByDefault: true }],
    ['gemini-2.5-flash-lite', { min: 0, max: 24_576, isOnByDefault: false }],
  ])('gives %s a budget', (model, budget) => {
    expect(featuresOf(model).thinking).toEqual({ kind: 'budget', ...budget });
  });

  it.each<[keyof ModelFeatures, unknown, string[], string[]]>([
    [
      'takesSystemInstruction',
      false,
      ['gemma-3-27b-it', 'gemma-4-31b-it', 'gemini-2.5-pro-preview-tts'],
      ['gemini-2.5-pro', 'new-one'],
    ],
    [
      'schemaForm',
      'proto',
      ['gemma-3-27b-it', 'gemini-2.0-flash'],
      ['gemini-2.5-flash', 'gemma-4-31b-it', 'new-one'],
    ],
    [
      'checksSignatures',
      true,
      ['gemini-3-flash-preview', 'gemini-4-argon', 'new-one'],
      ['gemini-2.5-pro', 'gemma-4-31b-it'],
    ],
    ['takesCallIds', true, ['gemini-3-flash-preview', 'new-one'], ['gemini-2.5-pro']],
    ['mixesFunctionsWithBuiltIns', true, ['gemini-3-flash-preview', 'new-one'], ['gemini-2.5-pro']],
    [
      'mixesToolsWithJson',
      true,
      ['gemini-3-flash-preview', 'new-one'],
      ['gemini-2.5-pro', 'gemini-2.0-flash'],
    ],
    ['takesPenalties', false, ['gemini-2.5-pro'], ['gemini-3-flash-preview', 'gemini-2.0-flash']],
    [
      'modalities',
      ['TEXT', 'IMAGE'],
      ['gemini-2.5-flash-image', 'gemini-3-pro-image-preview', 'gemini-nano-banana-2.1'],
      ['gemini-2.5-flash'],
    ],
    ['modalities', ['AUDIO'], ['gemini-3.8-flash-tts'], ['gemini-3.8-flash']],
  ])('knows where %s is %j', (feature, value, models, others) => {
    expect(models.map((model) => featuresOf(model)[feature])).toEqual(models.map(() => value));
    for (const other of others) expect(featuresOf(other)[feature]).not.toEqual(value);
  });

  it('believes the list of models', () => {
    const listed = { name: 'models/gemini-3.8-flash', thinking: false, outputTokenLimit: 100 };
    expect(featuresOf('gemini-3.8-flash', listed)).toMatchObject({
      thinking: { kind: 'none' },
      mostOutputTokens: 100,
    });
  });

  it.each([
    ['gemini-3.8-flash', 65_536],
    ['gemini-2.5-pro', 65_536],
    ['gemini-2.0-flash', 8192],
    ['gemini-4-argon', undefined],
    ['gemini-flash-latest', undefined],
  ])('knows the limit of %s before any list was fetched', (model, most) => {
    expect(featuresOf(model).mostOutputTokens).toBe(most);
  });

  it('lets the newest models ask for more than one reply holds', () => {
    const listed = { name: 'models/gemini-4-argon', outputTokenLimit: 100 };
    expect(featuresOf('gemini-4-argon', listed).mostOutputTokens).toBeUndefined();
  });
});
