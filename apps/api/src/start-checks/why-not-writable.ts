import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Why nothing can be made in the directory, which is made itself where it is missing; undefined where all is well. */
export function whyNotWritable(directory: string): string | undefined {
  try {
    makeDirectory(directory);
    // Rights alone do not tell: the file system may be read-only or full.
    rmdirSync(mkdtempSync(join(directory, '.start-')));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** One by one: on Node 20 `recursive` never returns below /proc, where what is above cannot be made either. */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return;
  makeDirectory(dirname(directory));
  try {
    mkdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
