import type { AdaptContext } from '../../protocol-adapter';
import type { SingleReply } from '../../reply/single-reply';
import {
  type IncompleteReason,
  type OutputItem,
  type ResponseFault,
  type ResponseObject,
  toResponseUsage,
} from './response-object';
import type { ResponsesAsked } from './responses-asked';

/** A response while it is made. */
export class ResponseDraft {
  readonly id: string;
  readonly #createdAtS: number;

  constructor(
    private readonly asked: Pick<ResponsesAsked, 'model' | 'echo'>,
    context: AdaptContext,
  ) {
    this.id = context.newId('resp_');
    this.#createdAtS = context.createdAtS;
  }

  begun(): ResponseObject {
    return this.#response({ status: 'in_progress', output: [] });
  }

  /** Complete, or cut at a limit or by a filter. */
  ended(
    output: readonly OutputItem[],
    { ending, usage }: Pick<SingleReply, 'ending' | 'usage'>,
  ): ResponseObject {
    const reason = INCOMPLETE[ending];
    return this.#response({
      status: reason === undefined ? 'completed' : 'incomplete',
      output,
      incomplete_details: reason === undefined ? null : { reason },
      usage: toResponseUsage(usage),
    });
  }

  failed(output: readonly OutputItem[], error: ResponseFault): ResponseObject {
    return this.#response({ status: 'failed', output, error });
  }

  #response(
    state: Pick<ResponseObject, 'status' | 'output'> &
      Partial<Pick<ResponseObject, 'error' | 'incomplete_details' | 'usage'>>,
  ): ResponseObject {
    return {
      id: this.id,
      object: 'response',
      created_at: this.#createdAtS,
      model: this.asked.model,
      error: null,
      incomplete_details: null,
      usage: null,
      ...state,
      ...this.asked.echo,
    };
  }
}

const INCOMPLETE: Readonly<Record<SingleReply['ending'], IncompleteReason | undefined>> = {
  stop: undefined,
  limit: 'max_output_tokens',
  filter: 'content_filter',
};
