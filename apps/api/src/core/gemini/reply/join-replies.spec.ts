import { joinReplies } from './join-replies';

const piece = (text: string, more: object = {}) => ({ content: { parts: [{ text }] }, ...more });

it('puts the contents of each candidate in a row, and takes the rest from the last that has it', () => {
  expect(
    joinReplies([
      {
        candidates: [piece('a', { index: 0 }), piece('x', { index: 1 })],
        usageMetadata: { promptTokenCount: 1 },
      },
      { candidates: [piece('b', { index: 0, finishReason: 'STOP' })] },
      { usageMetadata: { promptTokenCount: 2 }, modelVersion: 'm' },
    ]),
  ).toEqual({
    candidates: [
      { index: 0, content: { role: 'model', parts: [{ text: 'a' }, { text: 'b' }] }, finishReason: 'STOP' },
      { index: 1, content: { parts: [{ text: 'x' }] } },
    ],
    usageMetadata: { promptTokenCount: 2 },
    modelVersion: 'm',
  });
});

it('puts the chances of tokens in a row', () => {
  const chosen = (token: string) => ({
    chosenCandidates: [{ token }],
    topCandidates: [{ candidates: [{ token }] }],
  });
  const { candidates } = joinReplies([
    { candidates: [piece('a', { logprobsResult: chosen('a') })] },
    { candidates: [piece('b', { logprobsResult: chosen('b') })] },
  ]);
  expect(candidates?.[0]?.logprobsResult?.chosenCandidates).toEqual([{ token: 'a' }, { token: 'b' }]);
  expect(candidates?.[0]?.logprobsResult?.topCandidates).toHaveLength(2);
});

it('keeps a single reply as it is', () => {
  const reply = { promptFeedback: { blockReason: 'OTHER' } };
  expect(joinReplies([reply])).toBe(reply);
});
