import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Sends a text that is made slice by slice, as fast as the client reads it. A client that leaves ends it. */
export async function sendSlices(response: Response, slices: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(slices), response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
