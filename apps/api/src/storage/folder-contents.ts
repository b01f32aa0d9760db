import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inParallel } from '../core/in-parallel';

const AT_ONCE = 16;
const NEVER = new AbortController().signal;

/** What a folder holds, with all that lies in it. */
export interface FolderContents {
  readonly count: number;
  readonly bytes: number;
  /** When the file that was changed longest ago was changed; UTC milliseconds. */
  readonly oldestAtMs: number | undefined;
}

/** Looks through a folder; one that is not there is empty, and so is a file that goes meanwhile. */
export async function contentsOf(folder: string): Promise<FolderContents> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  let count = 0;
  let bytes = 0;
  let oldestAtMs: number | undefined;
  const files = entries.filter((entry) => entry.isFile());
  await inParallel(AT_ONCE, files, NEVER, async ({ parentPath, name }) => {
    const found = await stat(join(parentPath, name)).catch(() => undefined);
    if (found === undefined) return;
    count += 1;
    bytes += found.size;
    oldestAtMs = Math.min(oldestAtMs ?? Infinity, Math.round(found.mtimeMs));
  });
  return { count, bytes, oldestAtMs };
}
