import { useState } from 'react';
import { ApiError } from '../../lib/api-error';
import { useNow } from '../../lib/use-now';

/** Keeps the wait that the gateway asks for after too many wrong tokens. */
export function useLockout(): { waitMs: number; notice: (error: Error) => void } {
  const [untilMs, setUntilMs] = useState(0);
  const nowMs = useNow();
  return {
    waitMs: Math.max(0, untilMs - nowMs),
    notice: (error) => {
      if (error instanceof ApiError && error.status === 429) {
        setUntilMs(Date.now() + (error.retryAfterSeconds ?? 30) * 1_000);
      }
    },
  };
}
