import { interactionUsage, interactionUsageIn } from './interaction-usage';

const USAGE = {
  total_input_tokens: 7,
  total_cached_tokens: 2,
  total_output_tokens: 3,
  total_thought_tokens: 4,
  total_tool_use_tokens: 1,
};
const READ = { inputTokens: 8, cachedTokens: 2, outputTokens: 3, thinkingTokens: 4 };

it('reads what an interaction has cost', () => {
  expect(interactionUsage(USAGE)).toEqual(READ);
  expect(interactionUsage({})).toEqual({
    inputTokens: 0,
    cachedTokens: 0,
    outputTokens: 0,
    thinkingTokens: 0,
  });
  expect(interactionUsage(undefined)).toBeUndefined();
});

it('reads the last usage at the end of a stream', () => {
  const details = { ...USAGE, input_tokens_by_modality: [{ modality: 'text', tokens: 7 }] };
  const event = (usage: unknown) => `data: ${JSON.stringify({ interaction: { usage } })}\n\n`;
  expect(interactionUsageIn(event({ total_input_tokens: 1 }) + event(details) + 'data: [DONE]\n\n')).toEqual(
    READ,
  );
  expect(interactionUsageIn('data: {"usage": {broken}}')).toBeUndefined();
  expect(interactionUsageIn('')).toBeUndefined();
});
