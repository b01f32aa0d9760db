import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';

/** Where the chunks of a reply go once they are read. */
export interface ChunkTarget {
  take(chunk: GenerateContentResponse): void;
  /** Sends what was taken. False when the client is slow: wait for `onDrain`. */
  flush(): boolean;
  /** Calls `resume` whenever the client has taken what was sent. */
  onDrain(resume: () => void): void;
}
