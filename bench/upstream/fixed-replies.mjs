// The bytes that the fixed upstream answers with, rendered once.

/** About 2 kB of JSON, as generateContent answers. */
export const answer = httpReply(
  'application/json; charset=UTF-8',
  generateReply('A fixed answer. '.repeat(110)),
);

/** A small answer for countTokens, embeddings and whatever else is asked. */
export const other = httpReply('application/json; charset=UTF-8', JSON.stringify({ totalTokens: 7 }));

export const models = httpReply(
  'application/json; charset=UTF-8',
  JSON.stringify({
    models: [
      {
        name: 'models/gemini-bench',
        displayName: 'Bench',
        inputTokenLimit: 1_048_576,
        outputTokenLimit: 65_536,
        supportedGenerationMethods: ['generateContent', 'countTokens'],
      },
    ],
  }),
);

export const streamHead =
  'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\nconnection: keep-alive\r\n\r\n';

export const streamEnd = '0\r\n\r\n';

/** One chunk of about 200 bytes, with the time it was written at: Unix milliseconds with a fraction. */
export function timedEvent(isLast) {
  return streamChunk('x'.repeat(60), isLast, performance.timeOrigin + performance.now());
}

/** `count` chunks in one string, without times. */
export function eventsAtOnce(count) {
  return streamChunk('x'.repeat(60), false).repeat(count - 1) + streamChunk('x'.repeat(60), true);
}

function streamChunk(text, isLast, sentAtMs) {
  const candidate = { content: { role: 'model', parts: [{ text }] }, index: 0 };
  if (isLast) candidate.finishReason = 'STOP';
  const event = { candidates: [candidate], modelVersion: 'gemini-bench' };
  if (sentAtMs !== undefined) event.responseId = sentAtMs.toFixed(3);
  if (isLast) event.usageMetadata = { promptTokenCount: 7, candidatesTokenCount: 9, totalTokenCount: 16 };
  const data = `data: ${JSON.stringify(event)}\r\n\r\n`;
  return `${Buffer.byteLength(data).toString(16)}\r\n${data}\r\n`;
}

function generateReply(text) {
  return JSON.stringify({
    candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
    usageMetadata: { promptTokenCount: 250, candidatesTokenCount: 450, totalTokenCount: 700 },
    modelVersion: 'gemini-bench',
    responseId: 'fixed',
  });
}

function httpReply(contentType, body) {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: ${contentType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  return Buffer.from(head + body);
}
