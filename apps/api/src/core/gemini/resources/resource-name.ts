/** Where the name of a resource stands in an address: after the API version, behind any prefix. */
const IN_ADDRESS = /^https?:\/\/[^?#]*?\/v\d\w*\/([^?#]+)/i;
const SEGMENT = /^[\w.~@-]+$/;

/**
 * The name of a resource, from the name or an address of it: `files/x` for `files/x`, `files/x:download` and
 * `https://…/v1beta/files/x:download?alt=media`. Undefined for what is neither.
 */
export function resourceNameOf(text: string): string | undefined {
  const path = IN_ADDRESS.exec(text)?.[1] ?? text;
  const name = decoded(path)
    .replace(/^\/+|\/+$/g, '')
    .replace(/:[a-zA-Z]+$/, '');
  const segments = name.split('/');
  return segments.length >= 2 && segments.every((segment) => SEGMENT.test(segment)) ? name : undefined;
}

/**
 * The name and those of the resources it lies in, the longest first: a document lies in its store. A model owns
 * nothing, so that it is left out.
 */
export function withParents(name: string): string[] {
  const names: string[] = [];
  for (let end = name.length; end > 0; end = name.lastIndexOf('/', end - 1)) {
    const part = name.slice(0, end);
    if (/^models\/[^/]*$/.test(part) || !part.includes('/')) break;
    names.push(part);
  }
  return names;
}

/** Where a resource stands among others of its kind: `files`, `models/veo/operations`. */
export function collectionOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf('/'), 0));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
