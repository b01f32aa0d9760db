import { errorFixture } from '../fixtures/load-fixtures';
import { fixtureReply, jsonReply, rpcError, type ApiReply } from '../wire/api-reply';
import { freshId, type ResourceStore, sha256Base64, type StoredResource } from './resource-store';

const KEPT_MS = 48 * 3_600_000;
const ORIGIN = 'https://generativelanguage.googleapis.com';

/** What a client says of a file before its bytes come. */
export interface FileDescription {
  readonly name?: string;
  readonly displayName?: string;
  readonly mimeType?: string;
}

/** The address by which a request names a file. */
export function fileUri(name: string): string {
  return `${ORIGIN}/v1beta/${name}`;
}

/** Keeps a file and answers with its metadata; refuses a name that is taken. */
export function addFile(
  store: ResourceStore,
  project: string,
  description: FileDescription,
  bytes: Buffer,
  nowMs: number,
): ApiReply {
  const name = description.name ?? `files/${freshId()}`;
  if (store.isTaken(name)) return rpcError(409, 'ALREADY_EXISTS', `File ${name} already exists.`);
  const mimeType = description.mimeType ?? 'application/octet-stream';
  const at = new Date(nowMs).toISOString();
  const ready = {
    name,
    ...(description.displayName !== undefined && { displayName: description.displayName }),
    mimeType,
    sizeBytes: String(bytes.length),
    createTime: at,
    updateTime: at,
    expirationTime: new Date(nowMs + KEPT_MS).toISOString(),
    sha256Hash: sha256Base64(bytes),
    uri: fileUri(name),
    state: 'ACTIVE',
    source: 'UPLOADED',
  };
  // Films are looked through before they can be used.
  const isFilm = mimeType.startsWith('video/');
  const body = isFilm ? { ...ready, state: 'PROCESSING' } : ready;
  store.add({ name, project, body, bytes, ...(isFilm && { next: ready }) });
  return jsonReply(200, { file: body });
}

/** A file that upstream has made itself, which is the only kind that can be downloaded. */
export function addMadeFile(store: ResourceStore, project: string, mimeType: string, bytes: Buffer): string {
  const name = `files/${freshId()}`;
  store.add({
    name,
    project,
    body: {
      name,
      mimeType,
      sizeBytes: String(bytes.length),
      uri: fileUri(name),
      state: 'ACTIVE',
      source: 'GENERATED',
    },
    bytes,
  });
  return name;
}

/** `:download?alt=media` */
export function downloadReply({ body, bytes }: StoredResource, alt: string | null): ApiReply {
  if (body.source !== 'GENERATED' || alt !== 'media') return fixtureReply(errorFixture('400-bad-image'));
  return { status: 200, contentType: String(body.mimeType), body: bytes ?? Buffer.alloc(0) };
}
