import type { GatewayError } from '../../../gateway-error';
import type { GenerateContentResponse } from '../../../gemini/reply/generate-content-response';
import type { AdaptContext, GivenSignature, StreamEncoder } from '../../protocol-adapter';
import { SingleReply } from '../../reply/single-reply';
import { anthropicErrorBody } from '../error-body';
import type { BlockEvent, MessageUsage } from './message';
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
    const usage = this.#usage();
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

  #begin(): string {
    if (this.#hasBegun) return '';
    this.#hasBegun = true;
    const message = {
      id: this.#id,
      type: 'message',
      role: 'assistant',
      model: this.asked.model,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: this.#usage(),
    };
    return frame({ type: 'message_start', message }) + PING;
  }

  /** Upstream may not have told yet what the prompt costs. */
  #usage(): MessageUsage {
    const { usage } = this.#reply;
    const { estimatedInputTokens: inputTokens } = this.asked;
    return toMessageUsage(
      usage.inputTokens > 0 ? usage : { ...usage, inputTokens },
      this.#blocks.searchCount,
    );
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
