import { FormData } from 'undici';
import type { UploadFile } from './upload-host';

/** A multipart form with the file in one field. */
export function formWith(field: string, { bytes, mimeType, name }: UploadFile): globalThis.FormData {
  const form = new FormData();
  form.append(
    field,
    new Blob([new Uint8Array(bytes)], { type: mimeType }),
    name.slice(name.lastIndexOf('/') + 1),
  );
  return form;
}

/** What a probe puts on a host that offers no cheaper way to find out whether it takes uploads. */
export const PROBE_FILE: UploadFile = {
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
    'base64',
  ),
  mimeType: 'image/png',
  name: 'gemini-balance-probe.png',
};
