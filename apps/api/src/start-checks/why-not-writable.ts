import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/** Why nothing can be made in the directory, which is made itself where it is missing; undefined where all is well. */
export function whyNotWritable(directory: string): string | undefined {
  try {
    mkdirSync(directory, { recursive: true });
    // Rights alone do not tell: the file system may be read-only or full.
    rmdirSync(mkdtempSync(join(directory, '.start-')));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
