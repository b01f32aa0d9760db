import { BodyBudget } from '../../http/body-budget';
import type { ClientExchange } from '../../http/client-exchange';
import { readBody } from '../../http/read-body';

const MB = 1024 * 1024;

/** What bounds the request bodies held in memory: `MAX_BODY_MB` each and `BODY_BUDGET_MB` together. */
export interface BodyLimits {
  readonly maxBodyMb: number;
  readonly bodyBudgetMb: number;
}

/** Collects request bodies within their limits. */
export class RequestBodies {
  readonly #budget = new BodyBudget(() => this.limits().bodyBudgetMb * MB);

  constructor(private readonly limits: () => BodyLimits) {}

  /** The whole body; it counts against the budget until the response is over. */
  async read(exchange: ClientExchange): Promise<Buffer> {
    const { bytes, release } = await readBody(exchange.request, this.limits().maxBodyMb * MB, this.#budget);
    exchange.onClosed(release);
    return bytes;
  }
}
