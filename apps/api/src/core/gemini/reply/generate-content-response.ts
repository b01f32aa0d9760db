import type { Part } from '../content';
import type { UsageMetadata } from './usage';

/** A reply, or one chunk of it; every field may be missing. Source: docs/protocol-notes.md, "Replies". */
export interface GenerateContentResponse {
  readonly candidates?: readonly Candidate[];
  readonly promptFeedback?: { readonly blockReason?: string; readonly blockReasonMessage?: string };
  readonly usageMetadata?: UsageMetadata;
  readonly modelVersion?: string;
  readonly responseId?: string;
}

export interface Candidate {
  readonly content?: { readonly role?: string; readonly parts?: readonly Part[] };
  /** `STOP`, `MAX_TOKENS`, `SAFETY`, …; upstream adds names. */
  readonly finishReason?: string;
  readonly finishMessage?: string;
  readonly index?: number;
  readonly avgLogprobs?: number;
  readonly logprobsResult?: LogprobsResult;
  /** The sources of an answer that was searched for: read with care, its shape is not checked. */
  readonly groundingMetadata?: unknown;
  /** Gemini 4: sends the same request on, after the finish reason `CONTINUATION`. */
  readonly continuationToken?: string;
}

export interface LogprobsResult {
  readonly chosenCandidates?: readonly TokenLogprob[];
  readonly topCandidates?: readonly { readonly candidates?: readonly TokenLogprob[] }[];
}

export interface TokenLogprob {
  readonly token?: string;
  readonly tokenId?: number;
  readonly logProbability?: number;
}
