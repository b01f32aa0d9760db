import { rpcError, type ApiReply } from '../wire/api-reply';
import type { QuotaWindow } from './quota';

/** A limit that a call would break. */
export interface SpentQuota {
  readonly window: QuotaWindow;
  /** 0: the project may not use the model at all. */
  readonly limit: number;
  /** What RetryInfo claims. */
  readonly retryInMs: number;
}

const IDS: Record<QuotaWindow, string> = {
  requests_per_minute: 'GenerateRequestsPerMinutePerProjectPerModel',
  requests_per_day: 'GenerateRequestsPerDayPerProjectPerModel',
  input_tokens_per_minute: 'GenerateContentInputTokensPerModelPerMinute',
};

const METRICS: Record<'free' | 'paid', Record<QuotaWindow, string>> = {
  free: {
    requests_per_minute: 'generate_content_free_tier_requests',
    requests_per_day: 'generate_content_free_tier_requests',
    input_tokens_per_minute: 'generate_content_free_tier_input_token_count',
  },
  paid: {
    requests_per_minute: 'generate_requests_per_model',
    requests_per_day: 'generate_requests_per_model_per_day',
    input_tokens_per_minute: 'generate_content_paid_tier_input_token_count',
  },
};

const RATE_LIMITS = 'https://ai.google.dev/gemini-api/docs/rate-limits';
const INTRO =
  'You exceeded your current quota, please check your plan and billing details. ' +
  `For more information on this error, head to: ${RATE_LIMITS}. To monitor your current usage, head to: https://ai.dev/rate-limit. `;

/** The 429 that lists every broken limit, as in docs/protocol-notes.md, rows 14 to 17. */
export function quotaRefusal(model: string, tier: 'free' | 'paid', spent: readonly SpentQuota[]): ApiReply {
  const retryInMs = Math.max(...spent.map((quota) => quota.retryInMs));
  const violations = spent.map((quota) => ({
    quotaMetric: `generativelanguage.googleapis.com/${METRICS[tier][quota.window]}`,
    quotaId: `${IDS[quota.window]}${tier === 'free' ? '-FreeTier' : ''}`,
    quotaDimensions: { location: 'global', model },
    ...(quota.limit === 0 ? {} : { quotaValue: String(quota.limit) }),
  }));
  const lines = violations.map(
    (violation) =>
      `\n* Quota exceeded for metric: ${violation.quotaMetric}, limit: ${violation.quotaValue ?? 0}, model: ${model}`,
  );
  return rpcError(
    429,
    'RESOURCE_EXHAUSTED',
    `${INTRO}${lines.join('')}\nPlease retry in ${retryInMs / 1000}s.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [{ description: 'Learn more about Gemini API quotas', url: RATE_LIMITS }],
      },
      { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations },
      {
        '@type': 'type.googleapis.com/google.rpc.RetryInfo',
        retryDelay: retryInMs < 1000 ? `${retryInMs}ms` : `${Math.floor(retryInMs / 1000)}s`,
      },
    ],
  );
}
