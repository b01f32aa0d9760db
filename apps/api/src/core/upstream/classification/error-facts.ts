import type { ErrorDetail, UpstreamError } from '../../outcome';
import type { ReplyHeaders } from '../reply-receiver';
import { retryDelayMs } from './retry-delay';

/** One limit that was exceeded, as QuotaFailure names it. */
export interface QuotaViolation {
  /** `quotaId` and `quotaMetric`, joined: looked at by substring, since the ids change. */
  readonly name: string;
  /** Undefined where upstream gave none, which is how it says that there is no quota at all. */
  readonly limit: number | undefined;
  /** Of `quotaDimensions`: may be another name of the model that was called. */
  readonly model: string | undefined;
}

/** What a refusal says, with the structured facts apart from the wording. */
export interface ErrorFacts {
  readonly status: number;
  readonly rpcStatus: string | undefined;
  /** The `reason` of every ErrorInfo. */
  readonly reasons: readonly string[];
  /** `quota_limit` and `quota_limit_value` of ErrorInfo. */
  readonly quotaLimit: string;
  readonly quotaLimitValue: string | undefined;
  readonly violations: readonly QuotaViolation[];
  readonly retryDelayMs: number | undefined;
  readonly message: string;
  /** The message without what it quotes: a client can make upstream quote anything it likes. */
  readonly wording: string;
  /** Whether upstream names the fields of the request that are wrong: then nothing but the request is. */
  readonly blamesFields: boolean;
  /** Whether the call was for an answer of a model, and not for a resource. */
  readonly isAnswerCall: boolean;
}

export interface FactsContext {
  readonly headers?: ReplyHeaders;
  readonly isAnswerCall: boolean;
}

/** Gathers what the rules of the classification look at. Never throws. */
export function factsOf(error: UpstreamError, { headers, isAnswerCall }: FactsContext): ErrorFacts {
  const infos = error.details.map(({ metadata }) => asRecord(metadata));
  return {
    status: error.status,
    rpcStatus: error.rpcStatus,
    reasons: error.details.map(({ reason }) => reason).filter((reason) => typeof reason === 'string'),
    quotaLimit: firstText(infos, 'quota_limit') ?? '',
    quotaLimitValue: firstText(infos, 'quota_limit_value'),
    violations: error.details.flatMap(violationsOf),
    retryDelayMs: retryDelayMs(error, headers),
    message: error.message,
    wording: withoutQuotes(error.message),
    blamesFields: error.details.some(({ fieldViolations }) => Array.isArray(fieldViolations)),
    isAnswerCall,
  };
}

/** The limits that one detail of an error names; none where it is no QuotaFailure. */
export function violationsOf({ violations }: ErrorDetail): QuotaViolation[] {
  if (!Array.isArray(violations)) return [];
  return violations.map(asRecord).flatMap((violation) => {
    const name = `${text(violation['quotaId']) ?? ''} ${text(violation['quotaMetric']) ?? ''}`.trim();
    const model = text(asRecord(violation['quotaDimensions'])['model']);
    return name === '' ? [] : [{ name, limit: limitOf(violation['quotaValue']), model }];
  });
}

function limitOf(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const limit = Number(value);
  return Number.isFinite(limit) ? limit : undefined;
}

function withoutQuotes(message: string): string {
  return message.replace(/"[^"]*"?|`[^`]*`?|(?<=^|[\s(:])'[^']*'(?=[\s.,;:)]|$)/g, ' … ');
}

function firstText(records: readonly Record<string, unknown>[], field: string): string | undefined {
  for (const record of records) {
    const found = text(record[field]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
