import { OverBudgetError } from '../../core/gateway-error';
import { BodyBudget } from '../../http/body/body-budget';
import { decodedBody } from '../../http/body/decoded-body';
import { readBody } from '../../http/body/read-body';
import type { ClientExchange } from '../../http/exchange/client-exchange';

const MB = 1024 * 1024;
const BUSY_WAIT_MS = 2_000;

/** What bounds the request bodies held in memory: `MAX_BODY_MB` each and `BODY_BUDGET_MB` together. */
export interface BodyLimits {
  readonly maxBodyMb: number;
  readonly bodyBudgetMb: number;
}

/** Collects request bodies within their limits. */
export class RequestBodies {
  readonly #budget = new BodyBudget(() => this.limits().bodyBudgetMb * MB);

  constructor(private readonly limits: () => BodyLimits) {}

  /** Memory that all bodies hold together. */
  get heldBytes(): number {
    return this.#budget.heldBytes;
  }

  /** The whole body; it counts against the budget until the response is over. */
  async read(exchange: ClientExchange): Promise<Buffer> {
    const { bytes, release } = await readBody(exchange.request, this.limits().maxBodyMb * MB, this.#budget);
    exchange.onClosed(release);
    return bytes;
  }

  /** The same without its content encoding. @throws UnsupportedEncodingError, InvalidRequestError */
  async readDecoded(exchange: ClientExchange): Promise<Buffer> {
    const bytes = await this.read(exchange);
    const encoding = exchange.request.headers['content-encoding'];
    if (encoding === undefined) return bytes;
    const decoded = await decodedBody(bytes, encoding, this.limits().maxBodyMb * MB);
    if (decoded !== bytes) this.hold(exchange, decoded.length);
    return decoded;
  }

  /** Counts further bytes that a request makes the gateway hold. @throws OverBudgetError */
  hold(exchange: ClientExchange, bytes: number): void {
    if (!this.#budget.take(bytes)) {
      throw new OverBudgetError('Too many large requests at once. Try again shortly.', {
        retryAfterMs: BUSY_WAIT_MS,
      });
    }
    exchange.onClosed(() => this.#budget.giveBack(bytes));
  }
}
