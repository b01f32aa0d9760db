import { parseDataUri } from './data-uri';

/** Where the bytes of a picture, sound, film or document are to be had. */
export type MediaSource =
  | { readonly kind: 'inline'; readonly mimeType: string; readonly base64: string }
  /** Upstream fetches it itself: its own file, a cloud storage object, a YouTube film. */
  | { readonly kind: 'upstream-file'; readonly uri: string }
  | { readonly kind: 'web'; readonly url: string };

/** The name of a file of upstream, and the address that it is referred to by. */
const FILE_NAME = /^files\/[\w-]+$/;
const FILES = 'https://generativelanguage.googleapis.com/v1beta/';

const UPSTREAM_FILE =
  /^(gs:\/\/|https:\/\/generativelanguage\.googleapis\.com\/[^/]+\/files\/|https:\/\/(www\.|m\.)?youtube\.com\/(watch|shorts|live)|https:\/\/youtu\.be\/)/i;

/** Reads an address; undefined for what is none of the known forms. */
export function mediaSourceOf(address: string): MediaSource | undefined {
  if (isDataUri(address)) {
    const data = parseDataUri(address);
    return data && data.base64 !== '' ? { kind: 'inline', ...data } : undefined;
  }
  if (FILE_NAME.test(address)) return { kind: 'upstream-file', uri: FILES + address };
  if (UPSTREAM_FILE.test(address)) return { kind: 'upstream-file', uri: address };
  return isWebAddress(address) ? { kind: 'web', url: address } : undefined;
}

/** Whether somebody has to fetch what stands behind the address. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && !UPSTREAM_FILE.test(address) && URL.canParse(address);
}

/** Whether upstream keeps or fetches what stands behind the address. */
export function isUpstreamFile(address: string): boolean {
  return FILE_NAME.test(address) || UPSTREAM_FILE.test(address);
}

function isDataUri(address: string): boolean {
  return address.slice(0, 5).toLowerCase() === 'data:';
}
