import type { GatewayError } from '../../../gateway-error';
import type { GenerateContentResponse } from '../../../gemini/reply/generate-content-response';
import type { AdaptContext, GivenSignature, StreamEncoder } from '../../protocol-adapter';
import { SingleReply } from '../../reply/single-reply';
import { toTokenLogprobs } from '../../reply/token-logprobs';
import { ResponseDraft } from './response-draft';
import { ResponseEvents } from './response-events';
import { toResponseFault } from './response-fault';
import type { ResponseObject } from './response-object';
import { ResponseOutput } from './response-output';
import type { ResponsesAsked } from './responses-asked';

/** Writes a stream of events: the response, its items one by one, and the response once more with all of them. */
export class ResponsesStreamEncoder implements StreamEncoder {
  readonly #draft: ResponseDraft;
  readonly #reply: SingleReply;
  readonly #events = new ResponseEvents();
  readonly #output: ResponseOutput;
  #hasBegun = false;
  #body: ResponseObject | undefined;

  constructor(asked: ResponsesAsked, context: AdaptContext) {
    this.#draft = new ResponseDraft(asked, context);
    this.#reply = new SingleReply(asked, context);
    this.#output = new ResponseOutput(asked, this.#draft.id, this.#events);
  }

  get signatures(): readonly GivenSignature[] {
    return this.#reply.signatures;
  }

  /** The whole response, once the stream has ended well. */
  get body(): ResponseObject | undefined {
    return this.#body;
  }

  chunk(chunk: GenerateContentResponse): string {
    const pieces = this.#reply.read(chunk);
    const logprobs = toTokenLogprobs(chunk.candidates?.[0]?.logprobsResult);
    return this.#begin() + this.#output.take(pieces, logprobs);
  }

  end(): string {
    const begun = this.#begin();
    const frames = begun + endOutput(this.#output, this.#reply);
    this.#body = this.#draft.ended(this.#output.items, this.#reply);
    const { status } = this.#body;
    return frames + this.#events.lifecycle(`response.${status}`, this.#body);
  }

  fault(error: GatewayError): string {
    const begun = this.#begin();
    const failed = this.#draft.failed(this.#output.items, toResponseFault(error));
    return begun + this.#events.lifecycle('response.failed', failed);
  }

  #begin(): string {
    if (this.#hasBegun) return '';
    this.#hasBegun = true;
    const response = this.#draft.begun();
    return (
      this.#events.lifecycle('response.created', response) +
      this.#events.lifecycle('response.in_progress', response)
    );
  }
}

/** The events of what was still held back. */
export function endOutput(output: ResponseOutput, reply: SingleReply): string {
  const last = output.take(reply.end());
  const refused = reply.refusal === undefined ? '' : output.refuse(reply.refusal);
  return last + refused + output.end(reply.ending === 'stop' ? 'completed' : 'incomplete');
}
