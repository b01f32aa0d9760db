import { Cancellation } from '../cancellation';
import type { Clock } from '../clock';
import type { ClientFrames } from './client-frames';

/**
 * Sends a comment after each silence of `everyMs` before the first frame, so that nothing between client and gateway takes
 * the line for dead. 0 sends none. `frame` takes the place of the comment. Ends when it is told to.
 * @returns what ends it
 */
export function keepAlive(
  frames: Pick<ClientFrames, 'comment' | 'hasFrames'>,
  clock: Clock,
  everyMs: number,
  frame?: string,
): () => void {
  if (everyMs <= 0) return () => undefined;
  const stopped = new Cancellation();
  void (async () => {
    for (;;) {
      await clock.sleep(everyMs, stopped.signal);
      if (stopped.isCancelled || frames.hasFrames) return;
      frames.comment(frame);
    }
  })();
  return () => stopped.cancel();
}
