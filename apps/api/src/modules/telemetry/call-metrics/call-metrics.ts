import { Registry } from 'prom-client';
import type {
  AttemptSettled,
  GatewayObserver,
  RequestFinished,
  TokenUsage,
} from '../../../core/gateway/observing/gateway-observer';
import { hasSucceeded } from '../../../core/gateway/observing/request-success';
import { DurationHistogram } from './duration-histogram';
import { LabelledCount } from './labelled-count';

/** Counts calls for Prometheus since the start. Models, keys and tokens are no labels: there may be any number of them. */
export class CallMetrics implements GatewayObserver {
  readonly registry = new Registry();
  readonly #requests = new LabelledCount(
    this.registry,
    'gemini_balance_requests_total',
    'Client requests, by route, dialect, class of status (499: the client left before one was sent) and result',
    ['route', 'protocol', 'status', 'result'],
  );
  readonly #attempts = new LabelledCount(
    this.registry,
    'gemini_balance_attempts_total',
    'Sends to upstream, by what they proved',
    ['outcome'],
  );
  readonly #tokens = new LabelledCount(
    this.registry,
    'gemini_balance_tokens_total',
    'Tokens that upstream counted; cached ones are part of the input',
    ['kind'],
  );
  readonly #durations = new DurationHistogram(
    this.registry,
    'gemini_balance_request_duration_seconds',
    'Time from a request to the end of its answer',
  );
  readonly #firstBytes = new DurationHistogram(
    this.registry,
    'gemini_balance_first_token_seconds',
    'Time from a request to the first byte of its answer',
  );

  requestFinished(event: RequestFinished): void {
    const { route, protocol, usage } = event;
    const status = statusClass(event.status);
    const result = resultOf(event);
    this.#requests.add(`${route} ${protocol} ${status} ${result}`, () => ({
      route,
      protocol,
      status,
      result,
    }));
    this.#durations.add(protocol, event.latencyMs);
    if (event.ttftMs !== undefined) this.#firstBytes.add(protocol, event.ttftMs);
    if (usage !== undefined) this.#addTokens(usage);
  }

  attemptSettled({ outcome: { kind } }: AttemptSettled): void {
    this.#attempts.add(kind, () => ({ outcome: kind }));
  }

  #addTokens({ inputTokens, cachedTokens, outputTokens, thinkingTokens }: TokenUsage): void {
    this.#tokens.add('input', () => ({ kind: 'input' }), inputTokens);
    this.#tokens.add('cached', () => ({ kind: 'cached' }), cachedTokens);
    this.#tokens.add('output', () => ({ kind: 'output' }), outputTokens);
    this.#tokens.add('thinking', () => ({ kind: 'thinking' }), thinkingTokens);
  }
}

/** `2xx`; what no status was sent for keeps its number. */
function statusClass(status: number): string {
  return status === 499 ? '499' : `${Math.floor(status / 100)}xx`;
}

/** A stream that began well may have failed since. */
function resultOf(event: RequestFinished): string {
  if (hasSucceeded(event)) return 'success';
  return event.errorCode === 'client_left' ? 'client_left' : 'failure';
}
