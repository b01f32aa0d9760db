import { parseResourcePath } from '../resource-calls/resource-path';
import type { ResourceOwner } from '../resources/stored-resource';

/** What uploads may make a key rest for. */
export const UPLOAD_SCOPE = 'uploads';

/** What is uploaded to. */
export interface UploadTarget {
  /** Path and query below the upstream origin: `/upload/v1beta/files`. */
  readonly path: string;
  /** `files`, or the resource that takes the bytes: `fileSearchStores/x`. */
  readonly collection: string;
  /** Whose resource takes them; undefined for files, which any key may take. */
  readonly owner: ResourceOwner | undefined;
}

/** The target without its owner, by what follows `/upload/`: `v1beta/files`. Undefined for what takes no uploads. */
export function parseUploadTail(tail: string, query: string): Omit<UploadTarget, 'owner'> | undefined {
  const [, version, rest] = /^(v\d\w*)\/(.+)$/.exec(tail) ?? [];
  if (version === undefined || rest === undefined) return undefined;
  const { path, name } = parseResourcePath(rest);
  return { path: `/upload/${version}/${path}${query}`, collection: name };
}
