import type { Asked } from '../../core/protocol/protocol-adapter';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { NeedsResolver } from './needs-resolver';
import { type ReadCalls, unreadable } from './read-calls';
import type { TranslatedCall } from './translated-calls';

/** A client's request that is not to be answered, but counted. */
export type CountedCall = Omit<TranslatedCall<Asked, unknown>, 'adapter'>;

/** Counts what requests of clients would cost, in the form that upstream would get them. */
export class CountedCalls {
  constructor(
    private readonly needs: Pick<NeedsResolver, 'resolve'>,
    private readonly reads: Pick<ReadCalls, 'json'>,
  ) {}

  /** The tokens of the whole input: conversation, instructions and tools. @throws GatewayError */
  async count(
    exchange: ClientExchange,
    { opened, features, pool, pinnedTo, isModelListed }: CountedCall,
  ): Promise<number> {
    const { model } = features;
    const resolved = await this.needs.resolve(exchange, opened.needs, opened.asked.thread);
    const { bodies } = await opened.translate(resolved, features);
    const body = asCountRequest(bodies[0]!, model);
    const { totalTokens } = await this.reads.json(exchange, 'countTokens', {
      model,
      askedAs: opened.asked.model,
      body,
      pool,
      pinnedTo,
      isModelListed,
    });
    if (typeof totalTokens !== 'number') throw unreadable();
    return totalTokens;
  }
}

/** Upstream counts instructions and tools only inside of a whole request, which has to name its model. */
function asCountRequest(request: Buffer, model: string): Buffer {
  const head = `{"generateContentRequest":{"model":"models/${model}",`;
  return Buffer.concat([Buffer.from(head), request.subarray(1), Buffer.from('}')]);
}
