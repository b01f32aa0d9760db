/** What a request line asks for. */
export type Route =
  | { readonly kind: 'models' }
  | { readonly kind: 'model'; readonly model: string }
  | {
      readonly kind: 'call';
      readonly model: string;
      readonly action: string;
      readonly version: string;
      /** Whether it came by the path of Vertex AI in express mode. */
      readonly isVertex: boolean;
    }
  | { readonly kind: 'upload'; readonly collection: string }
  | { readonly kind: 'resource'; readonly name: string; readonly verb: string | undefined }
  | { readonly kind: 'unknown' };

const MODELS = /^\/(v1|v1beta|v1alpha|v1beta1)\/(publishers\/google\/)?models(?:\/(.+))?$/;

const UPLOAD = /^\/upload\/v\d\w*\/(files|fileSearchStores\/[^/:]+)(?::uploadToFileSearchStore)?$/;
const RESOURCE = /^(?:\/download)?\/v\d\w*\/([a-zA-Z_]+(?:\/[^:]+)?)(?::(\w+))?$/;

/** Understands encoded `:` and `/`, and doubled leading slashes. */
export function routeOf(method: string, path: string): Route {
  const plain = decoded(path.replace(/^\/+/, '/'));
  const match = MODELS.exec(plain);
  const [, version = '', publisher, rest] = match ?? [];
  if (!match || rest?.includes('/operations/')) return keptRoute(plain);
  if (rest === undefined) return method === 'GET' ? { kind: 'models' } : { kind: 'unknown' };
  const call = /^(.+):(\w+)$/.exec(rest);
  if (call?.[1] && call[2] && method === 'POST')
    return { kind: 'call', model: call[1], action: call[2], version, isVertex: publisher !== undefined };
  return method === 'GET' && !call ? { kind: 'model', model: rest } : { kind: 'unknown' };
}

function keptRoute(path: string): Route {
  const collection = UPLOAD.exec(path)?.[1];
  if (collection !== undefined) return { kind: 'upload', collection };
  const [, name, verb] = RESOURCE.exec(path) ?? [];
  return name === undefined ? { kind: 'unknown' } : { kind: 'resource', name, verb };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
