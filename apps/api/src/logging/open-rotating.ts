import type { Writable } from 'node:stream';

/**
 * Opens a file that is renamed when it has grown.
 * @param name of the file where the index is null, else of the nth before it
 */
export type OpenRotating = (
  name: (index: number | Date | null) => string,
  options: { readonly path: string; readonly size: string; readonly rotate: number },
) => Writable;

// eslint-disable-next-line @typescript-eslint/no-require-imports -- because its types are those of an ES module, which CommonJS cannot import, although its code is not
const { createStream } = require('rotating-file-stream') as { readonly createStream: OpenRotating };

export const openRotating = createStream;
