import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import type { UsageMetadata } from '../../gemini/reply/usage';
import type { AdaptContext, GivenSignature } from '../protocol-adapter';
import { CandidateReader } from './candidate-reader';
import { refusalOf } from './refusal';
import { type CallsAsked, ReplyCalls } from './reply-calls';
import type { ReplyEnd } from './reply-end';
import type { ReplyPiece } from './reply-piece';
import { type ReplyUsage, toReplyUsage } from './reply-usage';

/** Reads a reply, whole or chunk by chunk, for dialects that know one answer only. */
export class SingleReply {
  readonly #calls: ReplyCalls;
  readonly #candidate: CandidateReader;
  #usage: UsageMetadata | undefined;
  #refusal: string | undefined;

  constructor(asked: CallsAsked, context: Pick<AdaptContext, 'newId'>, callIdPrefix?: string) {
    this.#calls = new ReplyCalls(asked, context, callIdPrefix);
    this.#candidate = new CandidateReader(this.#calls);
  }

  read(chunk: GenerateContentResponse): ReplyPiece[] {
    if (chunk.usageMetadata) this.#usage = chunk.usageMetadata;
    const candidate = chunk.candidates?.[0];
    if (candidate !== undefined) return this.#candidate.read(candidate);
    this.#refusal ??= refusalOf(chunk);
    return [];
  }

  /** What was still held back. */
  end(): ReplyPiece[] {
    return this.#candidate.end();
  }

  /** What the client reads where upstream blocked the prompt; undefined where it did not. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  get ending(): ReplyEnd {
    return this.#refusal === undefined ? this.#candidate.ending : 'filter';
  }

  get hasCalls(): boolean {
    return this.#candidate.hasCalls;
  }

  /** What upstream has told so far. */
  get usage(): ReplyUsage {
    return toReplyUsage([this.#usage]);
  }

  get signatures(): readonly GivenSignature[] {
    return this.#calls.signatures;
  }
}
