import type { Part } from '../../gemini/content';
import type { Candidate } from '../../gemini/reply/generate-content-response';
import { CitedText } from './citations';
import type { ReplyCalls } from './reply-calls';
import { type ReplyEnd, toReplyEnd } from './reply-end';
import type { ReplyPiece } from './reply-piece';
import { textOfPart } from './text-of-part';

/** Reads the chunks of one candidate and tells what each part of them says. */
export class CandidateReader {
  /** The last call, held back until it has proved to be whole. */
  #openCall: Part | undefined;
  #callCount = 0;
  #pictureCount = 0;
  #finishReason: string | undefined;
  readonly #citedText = new CitedText();

  constructor(private readonly calls: ReplyCalls) {}

  get ending(): ReplyEnd {
    return toReplyEnd(this.#finishReason);
  }

  get hasCalls(): boolean {
    return this.#callCount > 0;
  }

  read({ content, finishReason, groundingMetadata }: Candidate): ReplyPiece[] {
    const pieces: ReplyPiece[] = [];
    content?.parts?.forEach((part, index) => this.#readPart(part, index === 0, pieces));
    if (groundingMetadata) this.#citedText.note(groundingMetadata);
    if (finishReason) this.#finishReason = finishReason;
    return pieces;
  }

  /** What was still held back, and the sources. A call that ran into the token limit is only a piece of one, and is dropped. */
  end(): ReplyPiece[] {
    const pieces: ReplyPiece[] = [];
    if (this.#finishReason !== 'MAX_TOKENS') this.#closeCall(pieces);
    const { citations, queries } = this.#citedText;
    if (citations.length > 0) pieces.push({ kind: 'citations', citations, queries });
    return pieces;
  }

  #readPart(part: Part, isFirst: boolean, pieces: ReplyPiece[]): void {
    if (part.functionCall) return this.#readCall(part, pieces);
    const piece = this.#pieceOf(part);
    this.#citedText.add(part, piece?.kind === 'text' ? piece.text : '', isFirst);
    if (piece === undefined) return;
    const isBareSignature = piece.kind === 'text' && piece.text === '';
    if (!isBareSignature) this.#closeCall(pieces);
    append(pieces, piece);
  }

  /** A part without a name goes on with the arguments of the call before it. */
  #readCall(part: Part, pieces: ReplyPiece[]): void {
    const { functionCall, thoughtSignature } = part;
    const open = this.#openCall;
    if (functionCall!.name) {
      this.#closeCall(pieces);
      this.#openCall = part;
    } else if (open !== undefined) {
      const args = { ...open.functionCall!.args, ...functionCall!.args };
      this.#openCall = {
        functionCall: { ...functionCall, ...open.functionCall, args },
        thoughtSignature: open.thoughtSignature ?? thoughtSignature,
      };
    }
  }

  #closeCall(pieces: ReplyPiece[]): void {
    const call = this.#openCall;
    if (call === undefined) return;
    this.#openCall = undefined;
    pieces.push({ kind: 'call', index: this.#callCount++, call: this.calls.told(call) });
  }

  #pieceOf(part: Part): ReplyPiece | undefined {
    const { text, thought, thoughtSignature: signature, inlineData } = part;
    // A thought may be a picture, which no dialect has a place for.
    if (thought) return text ? { kind: 'thought', text } : undefined;
    if (inlineData?.mimeType?.startsWith('image/')) {
      const { mimeType, data: base64 = '' } = inlineData;
      return { kind: 'picture', index: this.#pictureCount++, mimeType, base64 };
    }
    const said = textOfPart(part);
    if (signature) return { kind: 'text', text: said, signature };
    return said === '' ? undefined : { kind: 'text', text: said };
  }
}

/** Neighbouring texts of one kind are one piece; a signed one ends with its signature. */
function append(pieces: ReplyPiece[], piece: ReplyPiece): void {
  const last = pieces.at(-1);
  if (last?.kind === 'text' && last.signature === undefined && piece.kind === 'text' && piece.text !== '')
    pieces[pieces.length - 1] = { ...piece, text: last.text + piece.text };
  else if (last?.kind === 'thought' && piece.kind === 'thought')
    pieces[pieces.length - 1] = { kind: 'thought', text: last.text + piece.text };
  else pieces.push(piece);
}
