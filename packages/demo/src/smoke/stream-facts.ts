import { tinyPrompt, type Fact } from './fact.js';
import type { GenerateReply } from './wire-shapes.js';

/** How a stream is framed: section 5. */
export const streamFacts: readonly Fact[] = [
  {
    statement: 'section 5: events are `data: {json}` with blank lines of CR LF, and nothing else',
    async difference(api, model) {
      const { status, text } = await api.call(
        `/v1beta/models/${model}:streamGenerateContent?alt=sse`,
        tinyPrompt,
      );
      if (status !== 200) return `status ${status}`;
      if (!text.endsWith('\r\n\r\n')) return `the end is ${JSON.stringify(text.slice(-8))}`;
      const other = text.split('\r\n\r\n').find((block) => block !== '' && !block.startsWith('data: {'));
      return other === undefined ? undefined : `a block begins with ${JSON.stringify(other.slice(0, 40))}`;
    },
  },
  {
    statement: 'section 5: the finish reason stands in the last event only, and the last event has usage',
    async difference(api, model) {
      const { text } = await api.call(`/v1beta/models/${model}:streamGenerateContent?alt=sse`, tinyPrompt);
      const events = text
        .split('\r\n\r\n')
        .filter((block) => block.startsWith('data: '))
        .map((block) => JSON.parse(block.slice('data: '.length)) as GenerateReply);
      const finished = events.map((event) => event.candidates?.[0]?.finishReason !== undefined);
      if (finished.indexOf(true) !== events.length - 1)
        return `finish reasons at ${JSON.stringify(finished)}`;
      return events.at(-1)?.usageMetadata ? undefined : 'no usage in the last event';
    },
  },
  {
    statement: 'section 4: without alt=sse a stream is one JSON array',
    async difference(api, model) {
      const { json, text } = await api.call(`/v1beta/models/${model}:streamGenerateContent`, tinyPrompt);
      return Array.isArray(json) ? undefined : text.slice(0, 200);
    },
  },
];
