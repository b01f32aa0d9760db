import type { IncomingHttpHeaders } from 'node:http';
import { parseJson } from '../proto/read-body';
import { invalidArgument, jsonReply, rpcError, type ApiReply } from '../wire/api-reply';
import { addFile, type FileDescription } from './files';
import { multipartUpload } from './multipart-upload';
import { freshId, type ResourceStore } from './resource-store';

interface Upload {
  readonly project: string;
  readonly collection: string;
  readonly description: FileDescription;
  readonly parts: Buffer[];
  receivedBytes: number;
  status: 'active' | 'final' | 'cancelled';
  /** What finalising answered, and answers again. */
  reply?: ApiReply;
}

/** A request below `/upload`. */
export interface UploadRequest {
  /** `files`, or `fileSearchStores/x`. */
  readonly collection: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Uploads by the resumable protocol, and in one request. */
export class Uploads {
  readonly #byId = new Map<string, Upload>();

  constructor(
    private readonly store: ResourceStore,
    private readonly nowMs: () => number,
  ) {}

  /** Begins an upload, or takes all of it. */
  open(request: UploadRequest, project: string): ApiReply {
    const { headers, collection, query, body } = request;
    const protocol = headers['x-goog-upload-protocol'] ?? query.get('uploadType');
    if (protocol !== 'resumable') return this.#takeWhole(request, project);
    const { file, displayName } = (parseJson(body) ?? {}) as { file?: FileDescription; displayName?: string };
    const mimeType = text(headers['x-goog-upload-header-content-type']) ?? file?.mimeType;
    const id = `sim-${freshId()}`;
    this.#byId.set(id, {
      project,
      collection,
      description: { displayName, ...file, mimeType },
      parts: [],
      receivedBytes: 0,
      status: 'active',
    });
    const url = `http://${headers.host}/upload/v1beta/${collection}?upload_id=${id}&upload_protocol=resumable`;
    return {
      ...jsonReply(200, {}),
      headers: {
        'x-goog-upload-status': 'active',
        'x-goog-upload-url': url,
        'x-goog-upload-control-url': url,
        'x-goog-upload-chunk-granularity': '8388608',
        ...(headers['x-goog-upload-protocol'] === undefined && { location: url }),
      },
    };
  }

  /** A further request about an upload; whoever knows its id may make it. */
  go({ headers, query, body }: UploadRequest): ApiReply {
    const upload = this.#byId.get(query.get('upload_id') ?? '');
    if (upload === undefined) return rpcError(404, 'NOT_FOUND', 'Upload not found.');
    const commands = (text(headers['x-goog-upload-command']) ?? 'upload')
      .split(',')
      .map((each) => each.trim());
    if (commands.includes('query') || upload.status !== 'active') return stateOf(upload);
    if (commands.includes('cancel')) upload.status = 'cancelled';
    if (commands.includes('upload')) {
      const offset = Number(headers['x-goog-upload-offset'] ?? upload.receivedBytes);
      if (offset !== upload.receivedBytes)
        return invalidArgument(
          `Upload offset ${offset} does not match ${upload.receivedBytes} received bytes.`,
        );
      this.keep(query, body);
    }
    if (!commands.includes('finalize')) return stateOf(upload);
    upload.reply = this.#finish(upload);
    if (upload.reply.status === 200) upload.status = 'final';
    return { ...stateOf(upload), ...upload.reply, headers: stateOf(upload).headers };
  }

  /** Bytes that have come, also of a request that was cut. */
  keep(query: URLSearchParams, bytes: Buffer): void {
    const upload = this.#byId.get(query.get('upload_id') ?? '');
    if (upload?.status !== 'active') return;
    upload.parts.push(bytes);
    upload.receivedBytes += bytes.length;
  }

  #finish({ project, collection, description, parts }: Upload): ApiReply {
    const bytes = Buffer.concat(parts);
    if (collection === 'files') return addFile(this.store, project, description, bytes, this.nowMs());
    const name = `${collection}/upload/operations/${freshId()}`;
    const documentName = `${collection}/documents/${freshId()}`;
    const body = { name: documentName, displayName: description.displayName ?? '', state: 'STATE_ACTIVE' };
    this.store.add({ name: documentName, project, body });
    const operation = { name, done: true, response: { parent: collection, documentName } };
    this.store.add({ name, project, body: operation });
    return jsonReply(200, operation);
  }

  #takeWhole({ headers, body }: UploadRequest, project: string): ApiReply {
    const contentType = text(headers['content-type']) ?? '';
    if (!contentType.startsWith('multipart/')) {
      const displayName = text(headers['x-goog-upload-file-name']);
      return addFile(this.store, project, { mimeType: contentType, displayName }, body, this.nowMs());
    }
    const parts = multipartUpload(body, contentType);
    if (parts === undefined) return invalidArgument('Invalid multipart upload.');
    const { file = {} } = (parseJson(parts.metadata) ?? {}) as { file?: FileDescription };
    return addFile(this.store, project, { mimeType: parts.mediaType, ...file }, parts.media, this.nowMs());
  }
}

function stateOf({ status, receivedBytes, reply }: Upload): ApiReply {
  const headers = { 'x-goog-upload-status': status, 'x-goog-upload-size-received': String(receivedBytes) };
  if (status === 'final' && reply !== undefined) return { ...reply, headers };
  return { ...jsonReply(200, {}), body: Buffer.alloc(0), headers };
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
