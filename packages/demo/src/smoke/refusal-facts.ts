import { refusalDifference, tinyPrompt, type Fact } from './fact.js';

/** What refusals look like that cost nothing to provoke: section 8. */
export const refusalFacts: readonly Fact[] = [
  {
    statement: 'row 1: an unknown key gets 400 with reason API_KEY_INVALID',
    async difference(api) {
      const reply = await api.call('/v1beta/models', undefined, 'wrong-key');
      return refusalDifference(reply, {
        status: 400,
        rpcStatus: 'INVALID_ARGUMENT',
        reason: 'API_KEY_INVALID',
      });
    },
  },
  {
    statement: 'row 2: a key as Bearer on a native path gets 401 with reason ACCESS_TOKEN_TYPE_UNSUPPORTED',
    async difference(api) {
      const reply = await api.call('/v1beta/models', undefined, 'bearer');
      const reason = 'ACCESS_TOKEN_TYPE_UNSUPPORTED';
      return refusalDifference(reply, { status: 401, rpcStatus: 'UNAUTHENTICATED', reason });
    },
  },
  {
    statement: 'row 3: two credentials get 400',
    async difference(api) {
      const reply = await api.call('/v1beta/models', undefined, 'twice');
      return refusalDifference(reply, { status: 400, rpcStatus: 'INVALID_ARGUMENT' });
    },
  },
  {
    statement: 'row 10: an unknown field gets 400',
    async difference(api, model) {
      const reply = await api.call(`/v1beta/models/${model}:generateContent`, {
        ...tinyPrompt,
        noSuchField: 1,
      });
      return refusalDifference(reply, { status: 400, rpcStatus: 'INVALID_ARGUMENT' });
    },
  },
  {
    statement: 'row 12: an unknown model gets 404',
    async difference(api) {
      const reply = await api.call('/v1beta/models/gemini-no-such-model:generateContent', tinyPrompt);
      return refusalDifference(reply, { status: 404, rpcStatus: 'NOT_FOUND' });
    },
  },
];
