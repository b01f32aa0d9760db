/** A picture or other file that is put where clients can fetch it. */
export interface UploadFile {
  readonly bytes: Buffer;
  /** Lower case, without parameters. */
  readonly mimeType: string;
  /** Cannot be guessed: `2026/11/21/6f1ed002ab5595859014ebf0.png`. */
  readonly name: string;
}

export interface UploadedFile {
  /** An http or https address, or a path on the gateway itself. */
  readonly url: string;
}

/** A place for generated media. Adding one: docs/guides/add-an-upload-host.md. */
export interface UploadHost {
  /** The word for it in `UPLOAD_PROVIDER`. */
  readonly id: string;
  /** @throws UploadHostError, also for what the host does wrong */
  upload(file: UploadFile, signal: AbortSignal): Promise<UploadedFile>;
  /** Finds out whether an upload would succeed, by the cheapest way the host has. @throws UploadHostError */
  probe(signal: AbortSignal): Promise<void>;
}

/** Why a file could not be put on a host: a sentence about the host, without any credential. */
export class UploadHostError extends Error {
  override readonly name: string = 'UploadHostError';
}

/** The host lacks a setting without which nothing can be put there. */
export class UploadHostUnsetError extends UploadHostError {
  override readonly name = 'UploadHostUnsetError';

  constructor(setting: string) {
    super(`${setting} is not set.`);
  }
}
