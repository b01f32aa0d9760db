import type { Part } from '../../../gemini/content';
import type { Candidate } from '../../../gemini/generate-content-response';
import type { ChatFinishReason, MessageDelta } from './chat-completion';
import type { ChatAsked } from './chat-asked';
import { toChatFinishReason } from './finish-reason';
import { type ReplyCalls, signatureContent } from './reply-calls';
import { textOfPart } from './text-of-part';

/** Reads the chunks of one candidate and tells what each part of them adds to the message. */
export class ChoiceReader {
  /** The last call, held back until it has proved to be whole. */
  #openCall: Part | undefined;
  #callCount = 0;
  #imageCount = 0;
  #finishReason: string | undefined;

  constructor(
    private readonly calls: ReplyCalls,
    private readonly asked: Pick<ChatAsked, 'isLegacy'>,
  ) {}

  get finishReason(): ChatFinishReason {
    return toChatFinishReason(this.#finishReason, {
      hasCalls: this.#callCount > 0,
      isLegacy: this.asked.isLegacy,
    });
  }

  read({ content, finishReason }: Candidate): MessageDelta[] {
    const deltas: MessageDelta[] = [];
    for (const part of content?.parts ?? []) this.#readPart(part, deltas);
    if (finishReason) this.#finishReason = finishReason;
    return deltas;
  }

  /** What was still held back. A call that ran into the token limit is only a piece of one, and is dropped. */
  end(): MessageDelta[] {
    const deltas: MessageDelta[] = [];
    if (this.#finishReason !== 'MAX_TOKENS') this.#closeCall(deltas);
    return deltas;
  }

  #readPart(part: Part, deltas: MessageDelta[]): void {
    if (part.functionCall) return this.#readCall(part, deltas);
    const delta = this.#deltaOf(part);
    if (delta === undefined) return;
    if (delta.extra_content === undefined || delta.content !== undefined) this.#closeCall(deltas);
    append(deltas, delta);
  }

  /** A part without a name goes on with the arguments of the call before it. */
  #readCall(part: Part, deltas: MessageDelta[]): void {
    const { functionCall, thoughtSignature } = part;
    const open = this.#openCall;
    if (functionCall!.name) {
      this.#closeCall(deltas);
      this.#openCall = part;
    } else if (open !== undefined) {
      const args = { ...open.functionCall!.args, ...functionCall!.args };
      this.#openCall = {
        functionCall: { ...functionCall, ...open.functionCall, args },
        thoughtSignature: open.thoughtSignature ?? thoughtSignature,
      };
    }
  }

  #closeCall(deltas: MessageDelta[]): void {
    const call = this.#openCall;
    if (call === undefined) return;
    this.#openCall = undefined;
    const index = this.#callCount++;
    const told = this.calls.toToolCall(call);
    if (!this.asked.isLegacy) deltas.push({ tool_calls: [{ index, ...told }] });
    else if (index === 0 && told.type === 'function') deltas.push({ function_call: told.function });
  }

  #deltaOf(part: Part): MessageDelta | undefined {
    const { text, thought, thoughtSignature, inlineData } = part;
    // A thought may be a picture, which no field of a message is made for.
    if (thought) return text ? { reasoning_content: text } : undefined;
    if (inlineData?.mimeType?.startsWith('image/')) {
      const url = `data:${inlineData.mimeType};base64,${inlineData.data ?? ''}`;
      return { images: [{ type: 'image_url', index: this.#imageCount++, image_url: { url } }] };
    }
    const content = textOfPart(part);
    if (thoughtSignature) {
      return { ...(content && { content }), extra_content: signatureContent(thoughtSignature) };
    }
    return content === '' ? undefined : { content };
  }
}

/** Neighbouring texts of one kind are one delta. */
function append(deltas: MessageDelta[], delta: MessageDelta): void {
  const last = deltas.at(-1);
  if (isPlain(last, 'content') && delta.content !== undefined) {
    deltas[deltas.length - 1] = { ...delta, content: last.content + delta.content };
  } else if (isPlain(last, 'reasoning_content') && delta.reasoning_content !== undefined) {
    deltas[deltas.length - 1] = { reasoning_content: last.reasoning_content + delta.reasoning_content };
  } else deltas.push(delta);
}

function isPlain<Field extends 'content' | 'reasoning_content'>(
  delta: MessageDelta | undefined,
  field: Field,
): delta is MessageDelta & Record<Field, string> {
  return delta?.[field] !== undefined && delta.extra_content === undefined;
}
