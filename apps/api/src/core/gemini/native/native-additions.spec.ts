import { featuresOf, type ModelFeatures } from '../models/model-features';
import { hasAdditions, type NativeAdditions, withAdditions } from './native-additions';

const NONE: NativeAdditions = { safetySettings: [], thinkingBudgets: {}, offeredTools: undefined };
const CODE: NativeAdditions = { ...NONE, offeredTools: { runsCode: true, pageReaders: ['gemini-2.5-pro'] } };
const OFF = { category: 'HARM_CATEGORY_HARASSMENT', threshold: 'OFF' };
const SAFE: NativeAdditions = { ...NONE, safetySettings: [OFF] };
const BUDGETS: NativeAdditions = { ...NONE, thinkingBudgets: { 'gemini-2.5-pro': 500 } };
const CONTENTS = { contents: [{ parts: [{ text: 'Hello' }] }] };
const FUNCTIONS = { functionDeclarations: [{ name: 'look' }] };

function variant(model: string, features: Partial<ModelFeatures> = {}): ModelFeatures {
  return { ...featuresOf(model), ...features, variant: `${model}-variant` };
}
const searching = (model = 'gemini-2.5-pro') => variant(model, { isSearching: true });

describe('what is added to a native request', () => {
  it.each<
    [what: string, request: object, features: ModelFeatures, additions: NativeAdditions, added: object]
  >([
    ['a search', {}, searching(), NONE, { tools: [{ googleSearch: {} }] }],
    [
      'a search beside other tools',
      { tools: { urlContext: {} } },
      searching(),
      NONE,
      { tools: [{ urlContext: {} }, { googleSearch: {} }] },
    ],
    [
      'a search beside functions',
      { tools: [FUNCTIONS] },
      searching('gemini-3.8-flash'),
      NONE,
      {
        tools: [FUNCTIONS, { googleSearch: {} }],
        toolConfig: { functionCallingConfig: { mode: 'VALIDATED' }, includeServerSideToolInvocations: true },
      },
    ],
    [
      'pictures',
      { generation_config: { seed: 1 } },
      variant('gemini-2.0-flash-exp', { modalities: ['TEXT', 'IMAGE'] }),
      NONE,
      {
        generation_config: { seed: 1, responseModalities: ['TEXT', 'IMAGE'] },
      },
    ],
    [
      'no thinking',
      { generationConfig: { thinkingConfig: { thinkingBudget: 9 } } },
      variant('gemini-2.5-flash', { isNonThinking: true }),
      NONE,
      {
        generationConfig: { thinkingConfig: { thinkingBudget: 0 } },
      },
    ],
    [
      'the least thinking',
      {},
      variant('gemini-2.5-pro', { isNonThinking: true }),
      NONE,
      {
        generationConfig: { thinkingConfig: { thinkingBudget: 128 } },
      },
    ],
    [
      'a budget',
      {},
      featuresOf('gemini-2.5-pro'),
      BUDGETS,
      { generationConfig: { thinkingConfig: { thinkingBudget: 500 } } },
    ],
    [
      'the tools of the operator',
      {},
      featuresOf('gemini-2.5-pro'),
      CODE,
      { tools: [{ codeExecution: {} }, { urlContext: {} }] },
    ],
    [
      'thresholds',
      { safety_settings: [{ category: 'X', threshold: 'Y' }] },
      featuresOf('gemini-2.5-pro'),
      SAFE,
      {
        safety_settings: [OFF, { category: 'X', threshold: 'Y' }],
      },
    ],
  ])('is %s', (_, request, features, additions, added) => {
    const before = { ...CONTENTS, later: 1, ...request };

    expect(hasAdditions(features, additions)).toBe(true);
    expect(withAdditions(before, features, additions)).toEqual({ ...before, ...added });
  });

  it.each<[what: string, request: object, features: ModelFeatures, additions: NativeAdditions]>([
    ['a search that is there', { tools: [{ google_search: {} }] }, searching(), NONE],
    ['a search beside functions that do not bear it', { tools: [FUNCTIONS] }, searching(), NONE],
    [
      'a search beside a call that is required',
      {
        tools: [FUNCTIONS],
        toolConfig: { functionCallingConfig: { mode: 'ANY' } },
      },
      searching('gemini-3.8-flash'),
      NONE,
    ],
    [
      'a search beside JSON',
      { generationConfig: { responseMimeType: 'application/json' } },
      searching(),
      NONE,
    ],
    [
      'modalities that the client chose',
      { generationConfig: { responseModalities: ['IMAGE'] } },
      variant('x', { modalities: ['TEXT', 'IMAGE'] }),
      NONE,
    ],
    [
      'a budget beside the one of the client',
      { generationConfig: { thinkingConfig: { thinkingBudget: 9 } } },
      featuresOf('gemini-2.5-pro'),
      BUDGETS,
    ],
    ['code beside functions', { tools: [FUNCTIONS] }, featuresOf('gemini-2.5-pro'), CODE],
    ['code beside a cache', { cachedContent: 'cachedContents/a' }, featuresOf('gemini-2.5-pro'), CODE],
    [
      'a threshold that the client has',
      { safetySettings: [{ ...OFF, threshold: 'BLOCK_NONE' }] },
      featuresOf('gemini-2.5-pro'),
      SAFE,
    ],
  ])('is not %s', (_, request, features, additions) => {
    const before = { ...CONTENTS, ...request };

    expect(withAdditions(before, features, additions)).toEqual(before);
  });

  it('is nothing for a plain name and an operator who adds nothing', () => {
    const features = featuresOf('gemini-2.5-pro');

    expect(hasAdditions(features, NONE)).toBe(false);
    expect(withAdditions(CONTENTS, features, NONE)).toBe(CONTENTS);
  });
});
