/** Upstream may put the key into the address of an upload; it goes into a header, and only there. */
const CREDENTIAL_PARAMETERS = ['key', '$key', 'access_token'];

/** Where a call goes: scheme and host, and path with query. */
export interface UploadPlace {
  readonly origin: string;
  readonly path: string;
}

/**
 * Where the bytes of an upload go, by the address that upstream gave. An address of Google's own is reached by way of the
 * configured upstream where that is another host: it mirrors Google (docs/protocol-notes.md, "Uploads").
 * @param upstream is `BASE_URL` without its version. Undefined for what is no address.
 */
export function uploadPlaceOf(address: string, upstream: string): UploadPlace | undefined {
  if (!URL.canParse(address, upstream)) return undefined;
  const given = new URL(address, upstream);
  if (!/^https?:$/.test(given.protocol)) return undefined;
  for (const name of CREDENTIAL_PARAMETERS) given.searchParams.delete(name);
  const base = new URL(upstream);
  const path = given.pathname + given.search;
  const isMirrored = isGoogle(given) && !isGoogle(base);
  return isMirrored
    ? { origin: base.origin, path: base.pathname.replace(/\/+$/, '') + path }
    : { origin: given.origin, path };
}

function isGoogle({ hostname }: URL): boolean {
  return hostname === 'googleapis.com' || hostname.endsWith('.googleapis.com');
}
