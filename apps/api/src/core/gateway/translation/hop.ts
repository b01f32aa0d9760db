import { type AnswerFacts, answerFactsOf, isTellable } from '../../gemini/reply/answer-content';
import type { Candidate, GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import { addUsage, type UsageMetadata } from '../../gemini/reply/usage';
import type { ChunkTarget } from '../chunks/chunk-target';

const CONTINUATION = 'CONTINUATION';

/**
 * One upstream reply on its way to the client, which may be a piece of a long one: hides the seam between two pieces, adds
 * up their usage, and learns whether there was an answer (docs/protocol-notes.md, "Stream framing").
 */
export class Hop implements ChunkTarget {
  /** Asks for the next piece; undefined after the last one. */
  token: string | undefined;
  /** Of all pieces so far. */
  usage: UsageMetadata | undefined;
  #facts: AnswerFacts = {
    hasContent: false,
    hasOutput: false,
    finishReason: undefined,
    blockReason: undefined,
  };

  /** @param spent is the usage of the pieces before this one. */
  constructor(
    private readonly target: ChunkTarget,
    private readonly spent: UsageMetadata | undefined,
  ) {
    this.usage = spent;
  }

  get isAnswer(): boolean {
    return isTellable(this.#facts);
  }

  get finishReason(): string | undefined {
    return this.#facts.finishReason;
  }

  take(chunk: GenerateContentResponse): void {
    this.#note(chunk);
    const { usageMetadata } = chunk;
    if (usageMetadata) this.usage = addUsage(this.spent, usageMetadata);
    const hidden =
      this.token === undefined ? chunk : { ...chunk, candidates: chunk.candidates?.map(unended) };
    this.target.take(usageMetadata && this.spent ? { ...hidden, usageMetadata: this.usage! } : hidden);
  }

  flush(): boolean {
    return this.target.flush();
  }

  onDrain(resume: () => void): void {
    this.target.onDrain(resume);
  }

  #note(chunk: GenerateContentResponse): void {
    const first = chunk.candidates?.[0];
    if (first?.finishReason === CONTINUATION) this.token = first.continuationToken;
    if (this.#facts.hasOutput && !first?.finishReason) return;
    const seen = answerFactsOf(chunk);
    this.#facts = {
      hasContent: seen.hasContent || this.#facts.hasContent,
      hasOutput: seen.hasOutput || this.#facts.hasOutput,
      finishReason: seen.finishReason ?? this.#facts.finishReason,
      blockReason: seen.blockReason ?? this.#facts.blockReason,
    };
  }
}

function unended(candidate: Candidate): Candidate {
  return candidate.finishReason === CONTINUATION ? { ...candidate, finishReason: undefined } : candidate;
}
