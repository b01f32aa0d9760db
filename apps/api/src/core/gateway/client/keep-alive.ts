import { Cancellation } from '../../cancellation';
import type { Clock } from '../../clock';
import type { ClientFrames } from './client-frames';

/** Every client of event streams skips it. */
const COMMENT = ': keep-alive\n\n';

/**
 * Sends something whenever nothing was sent for `everyMs`, so that nothing between client and gateway takes the line for dead.
 * 0 sends nothing. It looks at the time of the last frame instead of being told of each.
 * @param text in the dialect of the client; a comment where it has none
 * @returns what ends it
 */
export function keepAlive(
  frames: Pick<ClientFrames, 'keepAlive' | 'lastSentAtMs'>,
  clock: Clock,
  everyMs: number,
  text: () => string | undefined = () => undefined,
): () => void {
  if (everyMs <= 0) return () => undefined;
  const stopped = new Cancellation();
  void (async () => {
    let lookAtMs = clock.nowMs() + everyMs;
    for (;;) {
      await clock.sleep(lookAtMs - clock.nowMs(), stopped.signal);
      if (stopped.isCancelled) return;
      if (clock.nowMs() - frames.lastSentAtMs >= everyMs) frames.keepAlive(text() ?? COMMENT);
      lookAtMs = frames.lastSentAtMs + everyMs;
    }
  })();
  return () => stopped.cancel();
}
