import type { QuotaUnit } from '@gemini-balance/shared';
import type { UpstreamError } from '../../outcome';
import { violationsOf } from './error-facts';
import { INPUT_TOKENS, PER_DAY } from './quota-rules';

/** A daily quota of a model that upstream names while it refuses a call. */
export interface DailyQuota {
  readonly unit: QuotaUnit;
  /** Above 0. */
  readonly perDay: number;
  /** The model as upstream counts it, bare; undefined for the one that was called. */
  readonly model: string | undefined;
}

const REQUESTS = /requests?/i;
const PER_MODEL = /per ?_?model/i;
/** Of tools and ways of calling that have quotas of their own beside that of the model. */
const OF_SOMETHING_ELSE = /search|grounding|batch|cache/i;

/** The daily quotas of models that a refusal names, by docs/protocol-notes.md 10. Never throws. */
export function dailyQuotasOf({ details }: Pick<UpstreamError, 'details'>): DailyQuota[] {
  return details.flatMap(violationsOf).flatMap(({ name, limit, model }): DailyQuota[] => {
    const unit = unitOf(name);
    const isOfModel = model !== undefined || PER_MODEL.test(name);
    if (unit === undefined || !isOfModel || !isAmount(limit)) return [];
    return [{ unit, perDay: limit, model: model?.replace(/^models\//, '') }];
  });
}

function unitOf(name: string): QuotaUnit | undefined {
  if (!PER_DAY.test(name) || OF_SOMETHING_ELSE.test(name)) return undefined;
  if (INPUT_TOKENS.test(name)) return 'inputTokens';
  return REQUESTS.test(name) ? 'requests' : undefined;
}

function isAmount(limit: number | undefined): limit is number {
  return limit !== undefined && Number.isSafeInteger(limit) && limit > 0;
}
