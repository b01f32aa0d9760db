// The calls that are made of every contender which speaks OpenAI chat; as large as those of native-request.mjs.

export const chatPath = '/v1/chat/completions';

/** A prompt of about 1 kB, answered whole. */
export const chatBody = body('gemini-bench', {});

/** The same prompt, streamed. @param {string} shape as in native-request.mjs */
export function chatStreamBody(shape) {
  return body(shape, { stream: true });
}

function body(model, more) {
  const messages = [{ role: 'user', content: 'Say something fixed. '.repeat(42) }];
  return Buffer.from(JSON.stringify({ model, temperature: 0.2, max_tokens: 512, messages, ...more }));
}
