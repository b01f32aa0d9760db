import { resourceMentions } from '../../core/gemini/resources/resource-mentions';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ResourcePins } from '../resources/resource-pins';
import type { ResourceOwner } from '../resources/stored-resource';
import { isPacked, mentionsInPacked } from './body-mentions';

/** Finds the key that a call has to go to because of what its body names. */
export class BodyPins {
  constructor(private readonly pins: Pick<ResourcePins, 'pinOf'>) {}

  /**
   * Undefined, and at once, for nearly every body: it names nothing.
   * @param also further names that the call depends on
   * @throws ResourceDeniedError, ResourceExpiredError, InvalidRequestError where several keys hold what is named
   */
  pinOf(
    exchange: ClientExchange,
    body: Buffer | undefined,
    also: readonly string[] = [],
  ): Promise<ResourceOwner | undefined> | undefined {
    const packing = exchange.request.headers['content-encoding'];
    if (body !== undefined && isPacked(packing)) {
      return mentionsInPacked(body, packing).then((names) =>
        this.pins.pinOf(exchange.identity, [...also, ...names]),
      );
    }
    const names = body === undefined ? also : [...also, ...resourceMentions(body)];
    return names.length === 0 ? undefined : this.pins.pinOf(exchange.identity, names);
  }
}
