import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { AddressGuard } from '../../core/fetch/address-guard';
import { FetchRefusal } from './fetch-refusal';

/** A web address whose host was looked up and found permitted. */
export interface SafeTarget {
  /** Scheme, IP address and port: what is connected to is what was checked. */
  readonly origin: string;
  readonly path: string;
  /** What the client wrote, for the `host` header and the certificate. */
  readonly host: string;
}

/** Finds the addresses of a name. */
export type LookUp = (hostname: string) => Promise<readonly string[]>;

export const systemLookUp: LookUp = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/** @throws FetchRefusal for what is no web address, and for a host of which not every address is permitted */
export async function safeTargetOf(url: URL, guard: AddressGuard, lookUp: LookUp): Promise<SafeTarget> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchRefusal('its address is neither http nor https');
  if (url.username !== '' || url.password !== '') throw new FetchRefusal('its address holds a password');
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(hostname) === 0 ? await resolved(hostname, lookUp) : [hostname];
  // A name that leads inside and outside is as bad as one that leads inside.
  if (!addresses.every((address) => guard.permits(address)))
    throw new FetchRefusal('its host is not on the public internet');
  const address = addresses[0]!;
  const port = url.port === '' ? '' : `:${url.port}`;
  return {
    origin: `${url.protocol}//${isIP(address) === 6 ? `[${address}]` : address}${port}`,
    path: url.pathname + url.search,
    host: url.host,
  };
}

async function resolved(hostname: string, lookUp: LookUp): Promise<readonly string[]> {
  const addresses = await lookUp(hostname).catch(() => []);
  if (addresses.length === 0) throw new FetchRefusal('its host is not known');
  return addresses;
}
