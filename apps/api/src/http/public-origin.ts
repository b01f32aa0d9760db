import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { toAddressList } from '../core/fetch/address-ranges';

/** What decides under which address clients reach the gateway. */
export interface PublicOriginPolicy {
  /** `PUBLIC_URL`; may be empty. */
  readonly publicUrl: string;
  /** Addresses and ranges of `TRUSTED_PROXIES`, whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: readonly string[];
}

/** Knows the address under which a client reached the gateway, for links that lead back to it. */
export class PublicOrigin {
  #seen: readonly string[] | undefined;
  #trusted = toAddressList([]);

  constructor(private readonly policy: () => PublicOriginPolicy) {}

  /** Scheme, host and any path below which the gateway lies, without a slash at its end. */
  of({ headers, socket }: IncomingMessage): string {
    const { publicUrl, trustedProxies } = this.policy();
    if (publicUrl !== '') return publicUrl;
    const isTrusted = this.#isTrusted(socket.remoteAddress ?? '', trustedProxies);
    const forwarded = (name: string): string | undefined => (isTrusted ? firstOf(headers[name]) : undefined);
    const scheme = forwarded('x-forwarded-proto') === 'https' ? 'https' : 'http';
    const host = forwarded('x-forwarded-host') ?? firstOf(headers.host) ?? 'localhost';
    return `${scheme}://${host}`;
  }

  #isTrusted(address: string, proxies: readonly string[]): boolean {
    if (proxies.length === 0) return false;
    if (proxies !== this.#seen) {
      this.#trusted = toAddressList(proxies);
      this.#seen = proxies;
    }
    const bare = address.replace(/^::ffff:/i, '');
    return this.#trusted.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4');
  }
}

/** Proxies append to these headers; what stands first is the client's side. Undefined for what is no host or word. */
function firstOf(header: string | string[] | undefined): string | undefined {
  const first = String(header ?? '')
    .split(',', 1)[0]!
    .trim();
  return /^[\w.:[\]-]+$/.test(first) ? first : undefined;
}
