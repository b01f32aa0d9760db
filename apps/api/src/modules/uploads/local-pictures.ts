import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCAL_PATH } from '../../core/uploads/hosts/local.host';
import type { MadePicture } from '../../core/images/made-pictures';
import { servedTypeOf } from './picture-types';

/** What names look like that PictureLinks makes: nothing that leads out of the folder. */
const NAME = /^\d{4}\/\d{2}\/\d{2}\/[0-9a-f]{24}\.[a-z]{2,5}$/;

export function isPictureName(name: string): boolean {
  return NAME.test(name);
}

/** A picture that is kept on this machine. */
export interface LocalPicture {
  readonly path: string;
  readonly bytes: number;
  /** As it is served. */
  readonly mimeType: string;
}

/** Finds pictures that are kept on this machine. */
export class LocalPictures {
  constructor(
    /** DATA_DIR and LOCAL_UPLOAD_FOLDER */
    private readonly folder: () => string,
  ) {}

  /** By its name, as `2026/11/21/….png`. */
  async find(name: string): Promise<LocalPicture | undefined> {
    if (!isPictureName(name)) return undefined;
    const path = join(this.folder(), name);
    const found = await stat(path).catch(() => undefined);
    return found?.isFile() ? { path, bytes: found.size, mimeType: servedTypeOf(name) } : undefined;
  }

  /** The picture behind an address of this gateway; undefined for any other address. @param origin of the gateway */
  async read(address: string, origin: string): Promise<MadePicture | undefined> {
    const start = `${origin}${LOCAL_PATH}/`;
    if (!address.startsWith(start)) return undefined;
    const found = await this.find(address.slice(start.length));
    if (found === undefined) return undefined;
    const bytes = await readFile(found.path).catch(() => undefined);
    return bytes && { mimeType: found.mimeType, base64: bytes.toString('base64') };
  }
}
