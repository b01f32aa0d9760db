import type { KeyKind } from '../keys/key-state.js';
import type { Page } from '../paging/page.dto.js';

/**
 * active: can be used · processing: upstream looks through it · failed: upstream could not read it · unknown: upstream
 * never told · expired: upstream has removed it.
 */
export const FILE_STATES = ['active', 'processing', 'failed', 'unknown', 'expired'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** Whose a file is: a client token, the admin token, or a token that was deleted since. */
export type FileOwnerDto =
  | { kind: 'token'; tokenId: number; name: string; prefix: string }
  | { kind: 'admin' }
  | { kind: 'none'; tokenId: number };

/** A file that the Gemini Files API keeps, as upstream last told it. */
export interface FileDto {
  id: number;
  /** `files/x` */
  name: string;
  displayName?: string;
  mimeType?: string;
  sizeBytes?: number;
  state: FileState;
  owner: FileOwnerDto;
  /** The key that made it, and alone reaches it. */
  keyId: number;
  keyKind: KeyKind;
  /** Absent for a key that was deleted: then nobody reaches the file any more. */
  maskedKey?: string;
  createdAtMs: number;
  /** When upstream removes it. */
  expiresAtMs?: number;
}

/** How many files there are, and the bytes of those whose size is known. */
export interface FileSumDto {
  files: number;
  bytes: number;
}

export type FileTotalsDto = Record<FileState | 'total', FileSumDto>;

/** Answer of `GET /api/files`: a page of files, newest first unless sorted. */
export interface FileListDto extends Page<FileDto> {
  /** On the first page: over all files. */
  totals?: FileTotalsDto;
  /** On the first page: over the files that match, whatever their state. */
  matching?: FileTotalsDto;
}

/**
 * deleted: upstream has removed it · gone: upstream had removed it before · forgotten: its key is deleted or refused, so
 * that only this gateway's record went, and upstream removes it in its time.
 */
export const FILE_ENDINGS = ['deleted', 'gone', 'forgotten'] as const;
export type FileEnding = (typeof FILE_ENDINGS)[number];

/** Answer of `DELETE /api/files/:id`. */
export interface DeletedFileDto {
  result: FileEnding;
}
