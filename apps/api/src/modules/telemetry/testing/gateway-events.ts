import type { AttemptSettled, RequestFinished } from '../../../core/gateway/observing/gateway-observer';

/** A first attempt for a client that succeeded, but for the given facts. */
export function anAttempt(facts: Partial<AttemptSettled> = {}): AttemptSettled {
  return {
    requestId: 'req_1',
    attempt: 1,
    keyId: 7,
    model: 'gemini-pro',
    outcome: { kind: 'ok' },
    startedAtMs: 1_750_000_000_000,
    latencyMs: 120,
    egressId: undefined,
    origin: { routePath: '/v1/chat/completions', identity: { id: 3 } },
    ...facts,
  };
}

/** A unary chat request that succeeded, but for the given facts. */
export function aRequest(facts: Partial<RequestFinished> = {}): RequestFinished {
  return {
    requestId: 'req_1',
    startedAtMs: 1_750_000_000_000,
    tokenId: 3,
    protocol: 'openai-chat',
    route: '/v1/chat/completions',
    method: 'POST',
    model: 'gemini-pro',
    status: 200,
    errorCode: undefined,
    isStream: false,
    attempts: 1,
    keyId: 7,
    latencyMs: 130,
    ttftMs: 125,
    usage: { inputTokens: 10, cachedTokens: 2, outputTokens: 5, thinkingTokens: 3 },
    ...facts,
  };
}
