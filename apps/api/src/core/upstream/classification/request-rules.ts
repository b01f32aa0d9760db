import type { ClassificationRule } from './classification-rule';
import { hasReason, says } from './classification-rule';
import type { ErrorFacts } from './error-facts';

const RESOURCE =
  /\b(files|cachedContents|batches|operations|fileSearchStores|interactions|tunedModels|corpora)\/|\b(File|CachedContent|Cached content|Batch|Operation|FileSearchStore|Store|Interaction|TunedModel|Tuned model|Document)\b/;
const RESOURCE_IN_SMALL_LETTERS = new RegExp(RESOURCE.source, 'i');
const MODEL = /\bmodels\/|\bmodel\b/i;
const CLOSED =
  /no longer (available|supported)|not available to new|(been|is) (retired|deprecated|shut ?down|discontinued)/i;
const MISSING = [404, 410];

/** Rows 7 to 13: the request, or what it asks for, is refused. No key is to blame. */
export const requestRules: readonly ClassificationRule[] = [
  {
    row: 9,
    kind: 'tier_unsupported',
    holds: (f) =>
      isPrecondition(f) &&
      /free[ -]?(tier|of charge)|precondition check failed|\bbilling\b|paid (tier|plan)/i.test(f.wording),
  },
  {
    row: 8,
    kind: 'location_unsupported',
    holds: (f) =>
      (isPrecondition(f) || hasReason(f, /LOCATION|REGION|COUNTRY/)) &&
      /\b(location|region|country|territory)\b/i.test(f.wording),
  },
  {
    row: 11,
    kind: 'signature_rejected',
    holds: (f) => f.status === 400 && /thought[ _-]?signature/i.test(f.wording),
  },
  {
    row: 13,
    kind: 'model_closed',
    holds: (f) => says(f, [400, ...MISSING], CLOSED) && MODEL.test(f.message),
  },
  { row: 7, kind: 'resource_denied', holds: (f) => isMissing(f) && RESOURCE.test(f.wording) },
  { row: 12, kind: 'model_not_found', holds: (f) => isMissing(f) && MODEL.test(f.message) },
  {
    row: 7,
    kind: 'resource_denied',
    holds: (f) => isMissing(f) && RESOURCE_IN_SMALL_LETTERS.test(f.wording),
  },
  { row: 12, kind: 'model_not_found', holds: (f) => isMissing(f) && f.isAnswerCall },
  { row: 7, kind: 'resource_denied', holds: isMissing },
  {
    row: 7,
    kind: 'resource_denied',
    holds: (f) =>
      f.status === 403 &&
      (!f.isAnswerCall ||
        hasReason(f, /^IAM_PERMISSION_DENIED$/) ||
        RESOURCE_IN_SMALL_LETTERS.test(f.wording)),
  },
  { row: 6, kind: 'misconfigured_key', holds: (f) => f.status === 403 },
];

function isPrecondition(facts: ErrorFacts): boolean {
  return facts.status === 400 && facts.rpcStatus !== 'INVALID_ARGUMENT' && !facts.blamesFields;
}

function isMissing(facts: ErrorFacts): boolean {
  return MISSING.includes(facts.status);
}
