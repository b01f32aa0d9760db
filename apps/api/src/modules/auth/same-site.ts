import type { Request } from 'express';
import type { IncomingMessage } from 'node:http';
import { CrossSiteError } from '../../http/admin/admin-errors';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that a page of another site may have made the browser send. The browser says where a request comes from
 * (`Sec-Fetch-Site`, `Origin`); where it says nothing, the request has to be of a kind that a form cannot send.
 * @param publicUrl the address the dashboard is reached at, where a proxy hides it; may be empty
 * @throws CrossSiteError
 */
export function requireSameSite(request: Request, publicUrl: string): void {
  if (SAFE_METHODS.has(request.method) || isFromHere(request, publicUrl)) return;
  throw new CrossSiteError(
    'The request seems to come from another site. If the gateway is behind a proxy, set PUBLIC_URL to the address in the browser.',
  );
}

/**
 * Refuses connections that a page of another site makes the browser open. Who sends no origin is no browser.
 * @throws CrossSiteError
 */
export function requireOwnPage({ headers }: IncomingMessage, publicUrl: string): void {
  const { origin } = headers;
  if (origin === undefined || headers['sec-fetch-site'] === 'same-origin') return;
  // No page can set X-Forwarded-Host, so it only ever comes from a proxy.
  const forwarded = String(headers['x-forwarded-host'] ?? '')
    .split(',', 1)[0]!
    .trim();
  const hosts = [headers.host, forwarded, hostOf(publicUrl)].map((host) => host?.toLowerCase());
  const from = hostOf(origin);
  // An origin without a host is `null`: a page of nobody's, such as one in a sandboxed frame.
  if (from === undefined || !hosts.includes(from))
    throw new CrossSiteError('The connection seems to come from another site.');
}

function isFromHere(request: Request, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin !== undefined) return isOwnOrigin(origin, request, publicUrl);
  return (
    request.is('application/json') === 'application/json' || request.headers['x-requested-with'] !== undefined
  );
}

/** Compares hosts and not schemes: a proxy that ends TLS and is not trusted leaves us with the wrong one. */
function isOwnOrigin(origin: string, request: Request, publicUrl: string): boolean {
  const host = hostOf(origin);
  return host !== undefined && (host === request.host?.toLowerCase() || host === hostOf(publicUrl));
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
