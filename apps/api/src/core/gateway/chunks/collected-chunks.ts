import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import type { ChunkTarget } from './chunk-target';

/** Keeps the chunks of a reply until it is complete. */
export class CollectedChunks implements ChunkTarget {
  constructor(private readonly chunks: GenerateContentResponse[]) {}

  take(chunk: GenerateContentResponse): void {
    this.chunks.push(chunk);
  }

  flush(): boolean {
    return true;
  }

  onDrain(): void {}
}
