import type { ReplyForm, UpstreamCall } from '../upstream-call';
import {
  type RequestCheck,
  checkContents,
  checkCountTokens,
  checkEmbed,
  checkEmbedBatch,
} from './request-envelope';

/** One thing that a model can be asked natively. */
export interface NativeVerb {
  readonly expects: UpstreamCall['expects'];
  readonly replyForm: (query: URLSearchParams | undefined) => ReplyForm;
  readonly check: RequestCheck;
  /** Whether the reply names something that upstream keeps: a batch, an operation. */
  readonly makesResource?: true;
  /** Whether it tells what a request would cost. */
  readonly counts?: true;
}

/** What has no more than to be a JSON object. */
const unchecked: RequestCheck = () => undefined;

const unary = (): ReplyForm => 'unary';

/** Without `alt=sse` upstream streams one JSON array (docs/protocol-notes.md, "Native calls"). */
const streamed = (query: URLSearchParams | undefined): ReplyForm =>
  (query?.get('alt') ?? query?.get('$alt')) === 'sse' ? 'sse' : 'json-array';

export const NATIVE_VERBS: Readonly<Record<string, NativeVerb>> = {
  generateContent: { expects: 'answer', replyForm: unary, check: checkContents },
  streamGenerateContent: { expects: 'answer', replyForm: streamed, check: checkContents },
  countTokens: { expects: 'json', replyForm: unary, check: checkCountTokens, counts: true },
  embedContent: { expects: 'json', replyForm: unary, check: checkEmbed },
  batchEmbedContents: { expects: 'json', replyForm: unary, check: checkEmbedBatch },
  predict: { expects: 'json', replyForm: unary, check: unchecked },
  predictLongRunning: { expects: 'json', replyForm: unary, check: unchecked, makesResource: true },
  batchGenerateContent: { expects: 'json', replyForm: unary, check: unchecked, makesResource: true },
  asyncBatchEmbedContent: { expects: 'json', replyForm: unary, check: unchecked, makesResource: true },
};
