import { tinyPrompt, type Fact } from './fact.js';
import type { CountReply, GenerateReply, ModelsReply } from './wire-shapes.js';

/** What a call that succeeds looks like: sections 1 and 4. */
export const answerFacts: readonly Fact[] = [
  {
    statement: 'section 4: models are listed with the methods they support, below v1 as below v1beta',
    async difference(api) {
      for (const version of ['v1', 'v1beta']) {
        const { models } = (await api.call(`/${version}/models`)).json as ModelsReply;
        if (!models?.some((model) => model.supportedGenerationMethods?.includes('generateContent')))
          return version;
      }
      return undefined;
    },
  },
  {
    statement: 'section 3: a key in the query is accepted',
    async difference(api) {
      const { status } = await api.call('/v1beta/models', undefined, 'query');
      return status === 200 ? undefined : `status ${status}`;
    },
  },
  {
    statement:
      'section 4: an answer has candidates with a finish reason, and usage whose total is the sum of its parts',
    async difference(api, model) {
      const reply = await api.call(`/v1beta/models/${model}:generateContent`, tinyPrompt);
      const { candidates, usageMetadata: usage } = reply.json as GenerateReply;
      if (!candidates?.[0]?.finishReason) return `status ${reply.status}, no finish reason`;
      const sum =
        (usage?.promptTokenCount ?? 0) +
        (usage?.candidatesTokenCount ?? 0) +
        (usage?.thoughtsTokenCount ?? 0) +
        (usage?.toolUsePromptTokenCount ?? 0);
      return usage?.totalTokenCount === sum ? undefined : `usage ${JSON.stringify(usage)}`;
    },
  },
  {
    statement: 'section 1: snake_case field names and an encoded colon are accepted',
    async difference(api, model) {
      const body = { ...tinyPrompt, system_instruction: { parts: [{ text: 'Be brief.' }] } };
      const { status } = await api.call(`/v1beta/models/${model}%3AgenerateContent`, body);
      return status === 200 ? undefined : `status ${status}`;
    },
  },
  {
    statement: 'section 4: countTokens answers totalTokens',
    async difference(api, model) {
      const reply = await api.call(`/v1beta/models/${model}:countTokens`, tinyPrompt);
      const { totalTokens } = reply.json as CountReply;
      return typeof totalTokens === 'number' ? undefined : reply.text.slice(0, 200);
    },
  },
];
