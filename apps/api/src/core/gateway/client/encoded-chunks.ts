import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import type { StreamEncoder } from '../../protocol/protocol-adapter';
import type { ChunkTarget } from '../chunks/chunk-target';
import type { ClientFrames } from './client-frames';

/** Turns the chunks of one reply into frames, and sends those that arrived together with one write. */
export class EncodedChunks implements ChunkTarget {
  #frames = '';

  constructor(
    private readonly encoder: StreamEncoder,
    private readonly client: ClientFrames,
    private readonly number: number,
  ) {}

  take(chunk: GenerateContentResponse): void {
    this.#frames += this.encoder.chunk(chunk, this.number);
  }

  flush(): boolean {
    const frames = this.#frames;
    if (frames === '') return this.client.write('');
    this.#frames = '';
    return this.client.write(frames);
  }

  onDrain(resume: () => void): void {
    this.client.onDrain(resume);
  }
}
