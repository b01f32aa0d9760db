import { assertNever } from '../../../assert-never';
import type { Citation } from '../../reply/citations';
import type { ReplyPiece, ToldCall } from '../../reply/reply-piece';
import type { TokenLogprobs } from '../../reply/token-logprobs';
import { sealedSignatures } from '../../signatures/sealed-signatures';
import type { KnownTool } from '../tools/call-form';
import { CALL_FORMS } from '../tools/call-forms';
import { outputItemId } from './item-ids';
import { OpenMessage } from './open-message';
import { OpenReasoning } from './open-reasoning';
import type { ResponseEvents } from './response-events';
import type { OutputItem } from './response-object';
import type { ResponsesAsked } from './responses-asked';
import { callItem, pictureItem, wholeItem } from './whole-items';

type Asked = Pick<ResponsesAsked, 'knownTools' | 'sealsReasoning' | 'isParallel'>;

/** Makes items of the pieces of a reply, one after another, and tells the events of each. */
export class ResponseOutput {
  readonly items: OutputItem[] = [];
  #message: OpenMessage | undefined;
  #reasoning: OpenReasoning | undefined;
  #callCount = 0;
  /** The text of messages that are complete. */
  #saidLength = 0;

  constructor(
    private readonly asked: Asked,
    private readonly responseId: string,
    private readonly events: ResponseEvents,
  ) {}

  take(pieces: readonly ReplyPiece[], logprobs?: readonly TokenLogprobs[]): string {
    let frames = '';
    let chances = logprobs;
    for (const piece of pieces) {
      frames += this.#piece(piece, piece.kind === 'text' ? chances : undefined);
      if (piece.kind === 'text') chances = undefined;
    }
    return frames;
  }

  /** What the client reads in place of an answer. */
  refuse(refusal: string): string {
    const closed = this.#close('completed');
    this.#message = new OpenMessage(this.events, this.#place('msg_'), 'refusal');
    return closed + this.#message.begin() + this.#message.say(refusal);
  }

  /** Completes what is open. */
  end(status: 'completed' | 'incomplete'): string {
    return this.#close(status);
  }

  #piece(piece: ReplyPiece, logprobs: readonly TokenLogprobs[] | undefined): string {
    switch (piece.kind) {
      case 'thought':
        return this.#think() + this.#reasoning!.say(piece.text);
      case 'text':
        return piece.text === '' ? '' : this.#speak() + this.#message!.say(piece.text, logprobs);
      case 'picture':
        return this.#close('completed') + this.#whole(pictureItem(piece, this.#place('ig_').id));
      case 'call':
        return this.#call(piece.call);
      case 'citations':
        return this.#cite(piece.citations);
      default:
        return assertNever(piece);
    }
  }

  #think(): string {
    if (this.#reasoning !== undefined) return '';
    const closed = this.#close('completed');
    this.#reasoning = new OpenReasoning(this.events, this.#place('rs_'));
    return closed + this.#reasoning.begin();
  }

  #speak(): string {
    if (this.#message !== undefined) return '';
    const closed = this.#close('completed');
    this.#message = new OpenMessage(this.events, this.#place('msg_'));
    return closed + this.#message.begin();
  }

  /** The signature of a call stands in the reasoning before it. */
  #call(call: ToldCall): string {
    if (!this.asked.isParallel && this.#callCount > 0) return '';
    this.#callCount += 1;
    const signature = this.asked.sealsReasoning ? call.signature : undefined;
    const reasoned =
      signature === undefined ? '' : this.#think() + this.#closeReasoning({ [call.id]: signature });
    const tool = this.#toolOf(call.name);
    const closed = reasoned + this.#close('completed');
    return closed + this.#whole(callItem(call, tool, this.#place(CALL_FORMS[tool.kind].idPrefix).id));
  }

  /** Models call what nobody has declared, too. */
  #toolOf(name: string): KnownTool {
    const { knownTools } = this.asked;
    return Object.hasOwn(knownTools, name) ? knownTools[name]! : { kind: 'function', name };
  }

  #cite(citations: readonly Citation[]): string {
    return this.#message?.cite(citations, this.#saidLength) ?? '';
  }

  /** An item that is there at once, after everything before it was closed. */
  #whole(item: OutputItem): string {
    const frames = wholeItem(this.events, item, this.items.length);
    this.items.push(item);
    return frames;
  }

  #close(status: 'completed' | 'incomplete'): string {
    if (this.#reasoning !== undefined) return this.#closeReasoning({});
    const message = this.#message;
    if (message === undefined) return '';
    this.#message = undefined;
    this.#saidLength += message.length;
    return this.#closed(message.close(status));
  }

  #closeReasoning(signatures: Readonly<Record<string, string>>): string {
    const reasoning = this.#reasoning!;
    this.#reasoning = undefined;
    return this.#closed(
      reasoning.close(this.asked.sealsReasoning ? sealedSignatures(signatures) : undefined),
    );
  }

  #closed({ frames, item }: { readonly frames: string; readonly item: OutputItem }): string {
    this.items.push(item);
    return frames;
  }

  #place(prefix: string): { readonly id: string; readonly index: number } {
    const index = this.items.length;
    return { id: outputItemId(prefix, this.responseId, index), index };
  }
}
