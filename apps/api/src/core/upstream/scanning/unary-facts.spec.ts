import { usageOfReply } from './unary-facts';

const USAGE = {
  promptTokenCount: 10,
  totalTokenCount: 22,
  promptTokensDetails: [{ modality: 'TEXT', tokenCount: 10 }],
};
const REPLY = {
  candidates: [{ content: { parts: [{ text: '"usageMetadata": {"promptTokenCount": 1}' }] } }],
  usageMetadata: USAGE,
};

describe('usageOfReply', () => {
  it.each([
    ['compact', JSON.stringify(REPLY)],
    ['pretty-printed', JSON.stringify(REPLY, null, 2)],
    [
      'followed by other fields',
      JSON.stringify({ ...REPLY, modelVersion: 'usageMetadata', responseId: 'x' }),
    ],
    ['the end of a long one', JSON.stringify(REPLY).slice(-200)],
  ])('reads the usage of a reply: %s', (_, body) => {
    expect(usageOfReply(Buffer.from(body))).toEqual(USAGE);
  });

  it.each([
    '',
    '{}',
    'usageMetadata',
    '{"usageMetadata":',
    '{"usageMetadata":{"a":1',
    '{"usageMetadata":7}',
    '{"usageMetadata":[1]}',
  ])('finds none in %j', (body) => {
    expect(usageOfReply(Buffer.from(body))).toBeUndefined();
  });
});
