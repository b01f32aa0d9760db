import type { IncomingMessage } from 'node:http';
import { type BlockList, isIP, isIPv6 } from 'node:net';
import { toAddressList } from '../../core/fetch/address-ranges';
import { forwardedAddresses, plainAddress } from './plain-address';

/** The reverse proxies of `TRUSTED_PROXIES`: from them, and from nobody else, `X-Forwarded-*` headers are believed. */
export class TrustedProxies {
  #seen: readonly string[] | undefined;
  #list: BlockList | undefined;

  /** @param ranges addresses and ranges; read anew whenever another list is there */
  constructor(private readonly ranges: () => readonly string[]) {}

  isTrusted(address: string): boolean {
    const ranges = this.ranges();
    if (ranges.length === 0 || isIP(address) === 0) return false;
    if (this.#list === undefined || ranges !== this.#seen) {
      this.#list = toAddressList(ranges);
      this.#seen = ranges;
    }
    return this.#list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  }

  /** Whether the request comes by way of a trusted proxy. */
  hasForwarded({ socket }: IncomingMessage): boolean {
    return this.isTrusted(plainAddress(socket.remoteAddress ?? ''));
  }

  /**
   * The address of the client: the nearest one that is no trusted proxy's. What stands before that in `X-Forwarded-For` may be
   * anybody's invention. Undefined for a connection that is gone.
   */
  clientAddress({ socket, headers }: IncomingMessage): string | undefined {
    if (socket.remoteAddress === undefined) return undefined;
    const hops = forwardedAddresses(String(headers['x-forwarded-for'] ?? ''));
    let address = plainAddress(socket.remoteAddress);
    while (this.isTrusted(address)) {
      const next = hops.pop() ?? '';
      if (isIP(next) === 0) break;
      address = next;
    }
    return address;
  }
}
