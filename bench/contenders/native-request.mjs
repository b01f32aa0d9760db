// The calls that are made of every contender which speaks native Gemini.

/** A prompt of about 1 kB. */
export const smallBody = Buffer.from(
  JSON.stringify({
    contents: [{ role: 'user', parts: [{ text: 'Say something fixed. '.repeat(42) }] }],
    generationConfig: { temperature: 0.2, maxOutputTokens: 512 },
  }),
);

export const generatePath = '/v1beta/models/gemini-bench:generateContent';

/** @param {string} shape `events-200` or `events-10-every-1000`, see upstream/fixed-upstream.mjs */
export function streamPath(shape) {
  return `/v1beta/models/${shape}:streamGenerateContent?alt=sse`;
}
