import type { GatewayError } from '../../../gateway-error';
import type { GenerateContentResponse } from '../../../gemini/generate-content-response';
import type { AdaptContext, GivenSignature, StreamEncoder } from '../../protocol-adapter';
import { SingleReply } from '../../reply/single-reply';
import { anthropicErrorBody } from '../error-body';
import type { BlockEvent } from './message';
import { MessageBlocks } from './message-blocks';
import { toMessageEnd } from './message-end';
import { toMessageUsage } from './message-usage';
import type { MessagesAsked } from './messages-asked';

const PING = frame({ type: 'ping' });

/** Writes a stream of named events: the message without content, its blocks one by one, how it ended, and that it is over. */
export class MessagesStreamEncoder implements StreamEncoder {
  readonly #id: string;
  readonly #reply: SingleReply;
  readonly #blocks: MessageBlocks;
  #hasBegun = false;

  constructor(
    private readonly asked: MessagesAsked,
    context: AdaptContext,
  ) {
    this.#id = context.newId('msg_');
    this.#reply = new SingleReply(asked, context, 'toolu_');
    this.#blocks = new MessageBlocks(asked, context);
  }

  get signatures(): readonly GivenSignature[] {
    return this.#reply.signatures;
  }

  chunk(chunk: GenerateContentResponse): string {
    const pieces = this.#reply.read(chunk);
    return this.#begin() + framesOf(this.#blocks.take(pieces));
  }

  end(): string {
    const events = [...this.#blocks.take(this.#reply.end()), ...this.#blocks.end()];
    const delta = toMessageEnd(this.#reply, this.#blocks);
    const usage = toMessageUsage(this.#reply.usage, this.#blocks.searchCount);
    return (
      this.#begin() +
      framesOf(events) +
      frame({ type: 'message_delta', delta, usage }) +
      frame({ type: 'message_stop' })
    );
  }

  fault(error: GatewayError): string {
    return frame(anthropicErrorBody(error));
  }

  keepAlive(): string {
    return this.#hasBegun ? PING : this.#begin();
  }

  /** Upstream may not have told yet what the prompt costs; the truth comes with the end. */
  #begin(): string {
    if (this.#hasBegun) return '';
    this.#hasBegun = true;
    const known = toMessageUsage(this.#reply.usage);
    const { estimatedInputTokens: input_tokens, model } = this.asked;
    const usage = this.#reply.usage.inputTokens > 0 ? known : { ...known, input_tokens };
    const message = {
      id: this.#id,
      type: 'message',
      role: 'assistant',
      model,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage,
    };
    return frame({ type: 'message_start', message }) + PING;
  }
}

function framesOf(events: readonly BlockEvent[]): string {
  let frames = '';
  for (const event of events) frames += frame(event);
  return frames;
}

/** Clients skip events without a name. */
function frame<Event extends { readonly type: string }>(event: Event): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
