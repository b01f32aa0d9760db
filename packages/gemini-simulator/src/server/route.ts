/** What a request line asks for. */
export type Route =
  | { readonly kind: 'models' }
  | { readonly kind: 'model'; readonly model: string }
  | { readonly kind: 'call'; readonly model: string; readonly action: string; readonly version: string }
  | { readonly kind: 'unknown' };

// `publishers/google` is the path of Vertex AI express mode.
const MODELS = /^\/(v1|v1beta|v1alpha|v1beta1)\/(?:publishers\/google\/)?models(?:\/(.+))?$/;

/** Understands encoded `:` and `/`, and doubled leading slashes. */
export function routeOf(method: string, path: string): Route {
  const match = MODELS.exec(decoded(path.replace(/^\/+/, '/')));
  const [, version = '', rest] = match ?? [];
  if (!match) return { kind: 'unknown' };
  if (rest === undefined) return method === 'GET' ? { kind: 'models' } : { kind: 'unknown' };
  const call = /^(.+):(\w+)$/.exec(rest);
  if (call?.[1] && call[2] && method === 'POST')
    return { kind: 'call', model: call[1], action: call[2], version };
  return method === 'GET' && !call ? { kind: 'model', model: rest } : { kind: 'unknown' };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
