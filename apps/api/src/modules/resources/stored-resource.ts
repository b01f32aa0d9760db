import type { KeyKind } from '@gemini-balance/shared';
import { sha256 } from '../../core/sha256';
import { type FileFacts, fileFactsOf } from './files/file-facts';
import type { StoredResourceEntity } from './stored-resource.entity';

/** Which key reaches a resource, and whose it is. */
export interface ResourceOwner {
  readonly keyKind: KeyKind;
  readonly keyId: number;
  /** The client token it was made with; 0 for the admin token. */
  readonly tokenId: number;
}

/** A resource with what is known of it. */
export interface StoredResource extends ResourceOwner {
  /** Counts upwards; newer resources have larger ones. */
  readonly id: number;
  /** `files/x`; empty where the name itself is a credential. */
  readonly name: string;
  /** What upstream last said of it; undefined where that is not known. */
  readonly body: unknown;
  /** UTC milliseconds; undefined where upstream sets no end that is known. */
  readonly expiresAtMs: number | undefined;
}

/** A resource to be kept. */
export interface NewResource extends ResourceOwner {
  readonly name: string;
  readonly body?: unknown;
  readonly expiresAtMs: number | undefined;
}

/** What was learnt of a resource. */
export interface ResourceNews extends ResourceOwner {
  readonly name: string;
  readonly body?: unknown;
  /** When upstream removes it, as it says itself; UTC milliseconds. */
  readonly endsAtMs?: number | undefined;
  /** How long it is kept where upstream does not say; undefined for good. */
  readonly lifetimeMs?: number | undefined;
}

/** Names of these are bearer tokens, so that nothing but their digest is stored. */
const SECRET_NAMES = /^(auth_tokens|continuations)\//;
const LONGEST_NAME = 1000;
const LONGEST_COLLECTION = 255;
const LONGEST_BODY_BYTES = 60_000;

export function hashOf(name: string): string {
  return sha256(name);
}

/** What of a resource is stored besides its owner. */
export function storedColumns(
  { name, body }: Pick<NewResource, 'name' | 'body'>,
  collection: string,
): Pick<StoredResourceEntity, 'hash' | 'name' | 'collection' | 'body'> & FileFacts {
  const isSecret = SECRET_NAMES.test(name);
  const json = body === undefined || isSecret ? undefined : JSON.stringify(body);
  return {
    hash: hashOf(name),
    name: isSecret || name.length > LONGEST_NAME ? null : name,
    collection: collection.slice(0, LONGEST_COLLECTION),
    body: json === undefined || Buffer.byteLength(json) > LONGEST_BODY_BYTES ? null : json,
    ...fileFactsOf(collection === 'files' ? body : undefined),
  };
}

export function toStoredResource(row: StoredResourceEntity): StoredResource {
  return {
    id: row.id,
    name: row.name ?? '',
    keyKind: row.keyKind,
    keyId: row.keyId,
    tokenId: row.tokenId,
    body: row.body === null ? undefined : (JSON.parse(row.body) as unknown),
    expiresAtMs: row.expiresAtMs ?? undefined,
  };
}
