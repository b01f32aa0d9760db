import type { Cancellation } from '../../cancellation';
import type { Clock } from '../../clock';
import type { Part } from '../../gemini/content';
import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import type { ChunkTarget } from './chunk-target';
import { type PaceRules, pacedText } from './pace-rules';

/** A piece that waits for its turn, and how long the next one waits after it. */
interface WaitingPiece {
  readonly chunk: GenerateContentResponse;
  readonly delayMs: number;
}

/** Hands chunks on piece by piece with short pauses. Only plain text is cut; everything else keeps its place in the order. */
export class PacedChunks implements ChunkTarget {
  readonly #waiting: WaitingPiece[] = [];
  #resume: () => void = () => undefined;
  #isHandingOut = false;
  #handedOut: Promise<void> = Promise.resolve();

  constructor(
    private readonly target: ChunkTarget,
    private readonly rules: PaceRules,
    private readonly clock: Clock,
    private readonly clientLeft: Cancellation,
  ) {}

  take(chunk: GenerateContentResponse): void {
    this.#waiting.push(...piecesOf(chunk, this.rules));
  }

  /** False while pieces wait: upstream is slowed down with the client. */
  flush(): boolean {
    if (this.#waiting.length > 0 && !this.#isHandingOut) this.#handedOut = this.#handOut();
    return !this.#isHandingOut && this.target.flush();
  }

  onDrain(resume: () => void): void {
    this.#resume = resume;
    this.target.onDrain(resume);
  }

  /** Resolves when every piece is handed on, or the client has left. */
  async settled(): Promise<void> {
    this.flush();
    await this.#handedOut;
  }

  async #handOut(): Promise<void> {
    this.#isHandingOut = true;
    for (let piece = this.#waiting.shift(); piece !== undefined; piece = this.#waiting.shift()) {
      this.target.take(piece.chunk);
      this.target.flush();
      if (piece.delayMs > 0) await this.clock.sleep(piece.delayMs, this.clientLeft.signal);
      if (this.clientLeft.isCancelled) this.#waiting.length = 0;
    }
    this.#isHandingOut = false;
    this.#resume();
  }
}

function piecesOf(chunk: GenerateContentResponse, rules: PaceRules): WaitingPiece[] {
  const text = plainText(chunk);
  if (text === undefined) return [{ chunk, delayMs: 0 }];
  const { pieces, delayMs } = pacedText(text, rules);
  return pieces.map((piece, index) => ({
    chunk: index === pieces.length - 1 ? withText(chunk, piece) : textAlone(chunk, piece),
    delayMs,
  }));
}

/** The text of a chunk that is nothing but a text to be read; a picture that is written out as text is none. */
function plainText({ candidates }: GenerateContentResponse): string | undefined {
  const parts = candidates?.length === 1 ? candidates[0]?.content?.parts : undefined;
  const [part] = parts ?? [];
  const { text, thought } = part ?? {};
  const isPlain = parts?.length === 1 && text !== undefined && thought !== true && text.length > 1;
  return isPlain && !text.includes(';base64,') ? text : undefined;
}

/** The last piece keeps what the chunk holds beside its text: its end, its usage, its signature. */
function withText(chunk: GenerateContentResponse, text: string): GenerateContentResponse {
  const candidate = chunk.candidates![0]!;
  const part: Part = { ...candidate.content!.parts![0], text };
  return { ...chunk, candidates: [{ ...candidate, content: { ...candidate.content, parts: [part] } }] };
}

function textAlone(
  { candidates, responseId, modelVersion }: GenerateContentResponse,
  text: string,
): GenerateContentResponse {
  const { content, index } = candidates![0]!;
  return { candidates: [{ index, content: { ...content, parts: [{ text }] } }], responseId, modelVersion };
}
