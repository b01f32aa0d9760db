import type { IncomingMessage } from 'node:http';
import { TrustedProxies } from './trusted-proxies';

/** What decides under which address clients reach the gateway. */
export interface PublicOriginPolicy {
  /** `PUBLIC_URL`; may be empty. */
  readonly publicUrl: string;
  /** Addresses and ranges of `TRUSTED_PROXIES`, whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: readonly string[];
}

/** Knows the address under which a client reached the gateway, for links that lead back to it. */
export class PublicOrigin {
  readonly #proxies = new TrustedProxies(() => this.policy().trustedProxies);

  constructor(private readonly policy: () => PublicOriginPolicy) {}

  /** Scheme, host and any path below which the gateway lies, without a slash at its end. */
  of(request: IncomingMessage): string {
    const { headers } = request;
    const { publicUrl } = this.policy();
    if (publicUrl !== '') return publicUrl;
    const isTrusted = this.#proxies.hasForwarded(request);
    const forwarded = (name: string): string | undefined => (isTrusted ? firstOf(headers[name]) : undefined);
    const scheme = forwarded('x-forwarded-proto') === 'https' ? 'https' : 'http';
    const host = forwarded('x-forwarded-host') ?? firstOf(headers.host) ?? 'localhost';
    return `${scheme}://${host}`;
  }
}

/** Proxies append to these headers; what stands first is the client's side. Undefined for what is no host or word. */
function firstOf(header: string | string[] | undefined): string | undefined {
  const first = String(header ?? '')
    .split(',', 1)[0]!
    .trim();
  return /^[\w.:[\]-]+$/.test(first) ? first : undefined;
}
