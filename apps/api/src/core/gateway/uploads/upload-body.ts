import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/**
 * A client's request body on its way upstream: taken from the client as fast as upstream takes it, and no faster. It
 * stands between the two because whoever sends a stream destroys it on failure, and the client is still to be answered.
 */
export class UploadBody extends Readable {
  constructor(private readonly request: IncomingMessage) {
    super();
    request.pause();
    request.on('data', this.#take).once('end', this.#finish);
  }

  override _read(): void {
    this.request.resume();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.request.off('data', this.#take).off('end', this.#finish);
    // What is still to come is thrown away, so that the client gets to read its answer.
    this.request.resume();
    done(error);
  }

  readonly #take = (chunk: Buffer): void => {
    if (!this.push(chunk)) this.request.pause();
  };

  readonly #finish = (): void => void this.push(null);
}
