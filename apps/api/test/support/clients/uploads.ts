import type { File as GeminiFile } from '@google/genai';
import { CLIENT_TOKEN } from '../processes/gateway-process';

/** An upload that was begun. */
export interface BegunUpload {
  /** Where the bytes go. */
  readonly url: string;
  readonly response: Response;
}

/** Begins a resumable upload as the SDKs do. */
export async function anUpload(
  origin: string,
  path = '/upload/v1beta/files',
  metadata: unknown = { file: { displayName: 'greeting' } },
): Promise<BegunUpload> {
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: {
      'x-goog-api-key': CLIENT_TOKEN,
      'content-type': 'application/json',
      'x-goog-upload-protocol': 'resumable',
      'x-goog-upload-command': 'start',
      'x-goog-upload-header-content-type': 'text/plain',
    },
    body: JSON.stringify(metadata),
  });
  return { url: response.headers.get('x-goog-upload-url') ?? '', response };
}

/** Goes on with an upload, without a token unless the headers hold one. */
export function sendPart(
  url: string,
  command: string,
  offset: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const about = { 'x-goog-upload-command': command, 'x-goog-upload-offset': String(offset) };
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...about, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
}

/** Uploads a small text. */
export async function uploadFile(origin: string, metadata?: unknown): Promise<GeminiFile> {
  const { url } = await anUpload(origin, undefined, metadata);
  const response = await sendPart(url, 'upload, finalize', 0, 'Hello, file!');
  return ((await response.json()) as { file: GeminiFile }).file;
}
