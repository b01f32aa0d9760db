import { sealedSignatures } from '../../signatures/sealed-signatures';
import type { AdaptContext } from '../../protocol-adapter';
import type { CitationsPiece, ReplyPiece, ToldCall } from '../../reply/reply-piece';
import type { BlockDelta, BlockEvent, ReplyBlock, ReplySearch, ReplyToolUse } from './message';
import type { MessagesAsked } from './messages-asked';
import { replyCitations, searchBlocks } from './search-blocks';
import { StopFinder } from './stop-finder';

type Shape = Pick<MessagesAsked, 'hasThinking' | 'isSerial' | 'stopSequences'>;

/** Puts what an answer says into blocks, as a stream tells of them: each opened, filled and closed before the next. */
export class MessageBlocks {
  readonly #stops: StopFinder;
  #events: BlockEvent[] = [];
  #nextIndex = 0;
  #open: 'text' | 'thinking' | undefined;
  /** All that was said so far, which citations are passages of. */
  #text = '';
  #hasCalls = false;
  #searchCount = 0;

  constructor(
    private readonly asked: Shape,
    private readonly context: Pick<AdaptContext, 'newId'>,
  ) {
    this.#stops = new StopFinder(asked.stopSequences);
  }

  /** Whether there is a call among the blocks. */
  get hasCalls(): boolean {
    return this.#hasCalls;
  }

  /** How often upstream searched the web. */
  get searchCount(): number {
    return this.#searchCount;
  }

  /** The text that ended the answer; undefined where none did. */
  get stopSequence(): string | undefined {
    return this.#stops.found;
  }

  take(pieces: readonly ReplyPiece[]): BlockEvent[] {
    for (const piece of pieces) if (this.#stops.found === undefined) this.#take(piece);
    return this.#told();
  }

  /** What was still held back, and the end of the last block. */
  end(): BlockEvent[] {
    this.#write(this.#stops.rest());
    this.#close();
    return this.#told();
  }

  #told(): BlockEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #take(piece: ReplyPiece): void {
    switch (piece.kind) {
      case 'text':
        this.#text += piece.text;
        return this.#write(this.#stops.pass(piece.text));
      case 'picture':
        // There is no block for pictures: clients know them in the Markdown of a text.
        return this.#write(`![image](data:${piece.mimeType};base64,${piece.base64})`);
      case 'thought':
        return this.#think(piece.text);
      case 'call':
        return this.#call(piece.call);
      case 'citations':
        return this.#cite(piece);
    }
  }

  #write(text: string): void {
    if (text === '') return;
    if (this.#open !== 'text') this.#begin('text', { type: 'text', text: '' });
    this.#fill({ type: 'text_delta', text });
  }

  #think(thinking: string): void {
    if (!this.asked.hasThinking) return;
    this.#beginThinking();
    this.#fill({ type: 'thinking_delta', thinking });
  }

  /** The signature of a call travels with the thoughts before it, which are empty where there are none. */
  #call({ id, name, args, signature }: ToldCall): void {
    if (this.asked.isSerial && this.#hasCalls) return;
    this.#hasCalls = true;
    this.#write(this.#stops.rest());
    if (this.asked.hasThinking && signature !== undefined) {
      this.#beginThinking();
      this.#close({ [id]: signature });
    }
    this.#use({ type: 'tool_use', id, name, input: args });
  }

  /** The sources of the text, while its block is open, and then the search that found them. */
  #cite(piece: CitationsPiece): void {
    this.#write(this.#stops.rest());
    if (this.#open === 'text')
      for (const citation of replyCitations(piece, this.#text))
        this.#fill({ type: 'citations_delta', citation });
    this.#searchCount = Math.max(piece.queries.length, 1);
    const [search, result] = searchBlocks(piece, this.context.newId('srvtoolu_'));
    this.#use(search);
    this.#start(result);
    this.#stop();
  }

  /** A block whose input is told as JSON text after its beginning. */
  #use({ input, ...block }: ReplyToolUse | ReplySearch): void {
    this.#close();
    this.#start({ ...block, input: {} });
    this.#fill({ type: 'input_json_delta', partial_json: JSON.stringify(input) });
    this.#stop();
  }

  #beginThinking(): void {
    if (this.#open !== 'thinking') this.#begin('thinking', { type: 'thinking', thinking: '', signature: '' });
  }

  #begin(kind: 'text' | 'thinking', block: ReplyBlock): void {
    this.#close();
    this.#open = kind;
    this.#start(block);
  }

  /** Clients take no thoughts for finished that are not signed: those without a signature are signed for no call. */
  #close(signatures: Readonly<Record<string, string>> = {}): void {
    if (this.#open === undefined) return;
    if (this.#open === 'thinking')
      this.#fill({ type: 'signature_delta', signature: sealedSignatures(signatures) });
    this.#open = undefined;
    this.#stop();
  }

  #start(block: ReplyBlock): void {
    this.#events.push({ type: 'content_block_start', index: this.#nextIndex++, content_block: block });
  }

  #fill(delta: BlockDelta): void {
    this.#events.push({ type: 'content_block_delta', index: this.#nextIndex - 1, delta });
  }

  #stop(): void {
    this.#events.push({ type: 'content_block_stop', index: this.#nextIndex - 1 });
  }
}
