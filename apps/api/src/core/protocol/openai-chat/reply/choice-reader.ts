import type { Candidate } from '../../../gemini/reply/generate-content-response';
import { CandidateReader } from '../../reply/candidate-reader';
import type { ReplyCalls } from '../../reply/reply-calls';
import type { ReplyPiece } from '../../reply/reply-piece';
import type { ChatAsked } from './chat-asked';
import type { ChatFinishReason, MessageDelta } from './chat-completion';
import { toChatFinishReason } from './finish-reason';
import { toMessageDelta } from './message-delta';

/** Reads the chunks of one candidate and tells what each of them adds to the message. */
export class ChoiceReader {
  readonly #candidate: CandidateReader;

  constructor(
    calls: ReplyCalls,
    private readonly asked: Pick<ChatAsked, 'isLegacy' | 'isParallel'>,
  ) {
    this.#candidate = new CandidateReader(calls);
  }

  get finishReason(): ChatFinishReason {
    return toChatFinishReason(this.#candidate, this.asked);
  }

  read(candidate: Candidate): MessageDelta[] {
    return this.#deltas(this.#candidate.read(candidate));
  }

  /** What was still held back. */
  end(): MessageDelta[] {
    return this.#deltas(this.#candidate.end());
  }

  #deltas(pieces: readonly ReplyPiece[]): MessageDelta[] {
    const deltas: MessageDelta[] = [];
    for (const piece of pieces) {
      const delta = toMessageDelta(piece, this.asked);
      if (delta !== undefined) deltas.push(delta);
    }
    return deltas;
  }
}
