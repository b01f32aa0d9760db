import type { UsageMetadata } from './usage';
import { addTokenUsage, addUsage, modalityTokens, toTokenUsage } from './usage';

describe('toTokenUsage', () => {
  it('counts what tools added to the prompt as input, and thinking apart from output', () => {
    const raw = {
      promptTokenCount: 10,
      cachedContentTokenCount: 4,
      candidatesTokenCount: 5,
      thoughtsTokenCount: 7,
      toolUsePromptTokenCount: 3,
      totalTokenCount: 25,
    };
    expect(toTokenUsage(raw)).toEqual({
      inputTokens: 13,
      cachedTokens: 4,
      outputTokens: 5,
      thinkingTokens: 7,
    });
  });

  it('takes a missing or senseless count as none', () => {
    const raw = {
      promptTokenCount: '12',
      candidatesTokenCount: null,
      thoughtsTokenCount: -1,
    } as unknown as UsageMetadata;
    expect(toTokenUsage(raw)).toEqual({
      inputTokens: 12,
      cachedTokens: 0,
      outputTokens: 0,
      thinkingTokens: 0,
    });
  });
});

describe('addUsage', () => {
  it('adds up what several calls used, and keeps the rest of the later one', () => {
    const former = { promptTokenCount: 5, candidatesTokenCount: 2, serviceTier: 'flex' };
    const later = {
      promptTokenCount: '6',
      thoughtsTokenCount: 3,
      serviceTier: 'standard',
    } as unknown as UsageMetadata;
    expect(addUsage(former, later)).toMatchObject({
      promptTokenCount: 11,
      candidatesTokenCount: 2,
      thoughtsTokenCount: 3,
      totalTokenCount: 0,
      serviceTier: 'standard',
    });
    expect(addUsage(undefined, later)).toBe(later);
  });
});

it('adds up token counts, of which either may be missing', () => {
  const one = { inputTokens: 1, cachedTokens: 2, outputTokens: 3, thinkingTokens: 4 };
  expect(addTokenUsage(one, one)).toEqual({
    inputTokens: 2,
    cachedTokens: 4,
    outputTokens: 6,
    thinkingTokens: 8,
  });
  expect([addTokenUsage(one, undefined), addTokenUsage(undefined, one)]).toEqual([one, one]);
});

it('finds the tokens of a modality, whatever the list is', () => {
  const details = [
    { modality: 'AUDIO', tokenCount: 3 },
    { modality: 'TEXT', tokenCount: 9 },
    null,
    { modality: 'AUDIO' },
  ];
  expect([details, undefined, 'x'].map((list) => modalityTokens(list, 'AUDIO'))).toEqual([3, 0, 0]);
});
