import type { Asked } from '../../core/protocol/protocol-adapter';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { TranslatedCall } from '../gateway/translated-calls';

/** What a dialect does around its answers whose requests go on from earlier ones. */
export interface AnswerMemory {
  /** What the request goes on from, as JSON for `ProtocolAdapter.recall`; undefined where it goes on from nothing. @throws GatewayError */
  earlier(exchange: ClientExchange, asked: Asked): Promise<Buffer | undefined>;
  /** The same call, whose answer is kept once it is complete. */
  remembering<Question extends Asked, Body>(
    exchange: ClientExchange,
    call: TranslatedCall<Question, Body>,
  ): Promise<TranslatedCall<Question, Body>>;
}
