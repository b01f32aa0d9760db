// OpenAI chat to Gemini and back for plain text, with nothing that a client could do without: the limit of a translation.

/** @returns {{ path: string, body: string, isStream: boolean }} the upstream call that a chat completion makes */
export function toGemini(text) {
  const { model, messages, temperature, max_tokens: maxOutputTokens, stream: isStream } = JSON.parse(text);
  const system = messages.filter(({ role }) => role === 'system');
  const spoken = messages.filter(({ role }) => role !== 'system');
  const request = {
    contents: spoken.map(({ role, content }) => ({
      role: role === 'assistant' ? 'model' : 'user',
      parts: [{ text: content }],
    })),
    generationConfig: { temperature, maxOutputTokens },
  };
  if (system.length > 0)
    request.systemInstruction = { parts: system.map(({ content }) => ({ text: content })) };
  const method = isStream ? 'streamGenerateContent?alt=sse' : 'generateContent';
  return { path: `/v1beta/models/${model}:${method}`, body: JSON.stringify(request), isStream };
}

/** The completion that a whole reply becomes. */
export function toCompletion(text) {
  const reply = JSON.parse(text);
  const [candidate] = reply.candidates;
  const choice = {
    index: 0,
    message: { role: 'assistant', content: textOf(candidate) },
    finish_reason: finishReason(candidate),
  };
  return JSON.stringify({ ...frame(reply, 'chat.completion', choice), usage: usage(reply) });
}

/** The frame that one event of a stream becomes, as it goes over the wire. */
export function toFrame(data) {
  const chunk = JSON.parse(data);
  const [candidate] = chunk.candidates;
  const choice = {
    index: 0,
    delta: { role: 'assistant', content: textOf(candidate) },
    finish_reason: finishReason(candidate),
  };
  return `data: ${JSON.stringify(frame(chunk, 'chat.completion.chunk', choice))}\n\n`;
}

function frame({ responseId, modelVersion }, object, choice) {
  const created = Math.floor(Date.now() / 1_000);
  return { id: responseId ?? 'chatcmpl-bench', object, created, model: modelVersion, choices: [choice] };
}

function textOf({ content }) {
  return content.parts.map(({ text }) => text).join('');
}

function finishReason(candidate) {
  return candidate.finishReason ? 'stop' : null;
}

function usage({ usageMetadata: counts }) {
  return {
    prompt_tokens: counts.promptTokenCount,
    completion_tokens: counts.candidatesTokenCount,
    total_tokens: counts.totalTokenCount,
  };
}
