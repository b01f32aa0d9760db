import type { UsageMetadata } from './usage';
import { toTokenUsage } from './usage';

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
