import { createHash } from 'node:crypto';

/** An outbound proxy, parsed from its URL. */
export interface EgressProxy {
  /** The URL in one spelling, with credentials; never logged. */
  readonly url: string;
  /** The URL without its credentials; proxies that differ only in these have different ids. */
  readonly egressId: string;
  readonly scheme: 'http' | 'https' | 'socks5';
  readonly host: string;
  readonly port: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/** A configured proxy is not a URL this gateway can use. The message does not repeat the URL: it may hold a password. */
export class InvalidEgressProxyError extends Error {
  override readonly name = 'InvalidEgressProxyError';

  constructor() {
    super(
      'An egress proxy must be a URL such as http://host:8080, https://host:443 or socks5://user:password@host:1080',
    );
  }
}

const SCHEMES: Readonly<Record<string, { scheme: EgressProxy['scheme']; port: number }>> = {
  'http:': { scheme: 'http', port: 80 },
  'https:': { scheme: 'https', port: 443 },
  'socks5:': { scheme: 'socks5', port: 1080 },
  // Names are always resolved by the SOCKS proxy, so the two spellings mean the same.
  'socks5h:': { scheme: 'socks5', port: 1080 },
  'socks:': { scheme: 'socks5', port: 1080 },
};

/** @throws InvalidEgressProxyError */
export function parseEgressProxy(text: string): EgressProxy {
  const url = parseUrl(text.trim());
  const known = url && SCHEMES[url.protocol];
  if (!known || url.hostname === '') throw new InvalidEgressProxyError();
  const username = decode(url.username);
  const password = decode(url.password);
  const port = url.port === '' ? known.port : Number(url.port);
  // Only the schemes of the web are lowered by the parser.
  const hostname = url.hostname.toLowerCase();
  const place = `${hostname}:${port}`;
  const login = url.username === '' && url.password === '' ? '' : `${url.username}:${url.password}`;
  return {
    url: `${known.scheme}://${login === '' ? '' : `${login}@`}${place}`,
    egressId:
      login === '' ? `${known.scheme}://${place}` : `${known.scheme}://***@${place}#${shortHash(login)}`,
    scheme: known.scheme,
    host: hostname.replace(/^\[|\]$/g, ''),
    port,
    username,
    password,
  };
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function decode(part: string): string | undefined {
  if (part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}
