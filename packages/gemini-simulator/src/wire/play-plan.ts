import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatorClock } from '../time/clock';
import type { WirePlan } from './wire-plan';

// Linux reports a reset that overtakes unread bytes as an ordinary end, and nothing tells when the reader has read them.
const RESET_AFTER_MS = 20;

/**
 * Writes the plan. Resolves when it is done or the other side has left (`left` aborted). Slow readers slow it down.
 * `breaking` is called just before the plan itself breaks the connection.
 */
export async function playPlan(
  plan: WirePlan,
  response: ServerResponse,
  clock: SimulatorClock,
  left: AbortSignal,
  breaking: () => void,
): Promise<void> {
  response.writeHead(plan.status, plan.headers);
  response.flushHeaders();
  for (const piece of plan.pieces) {
    if (piece.pauseMs > 0) await clock.sleep(piece.pauseMs, left);
    if (left.aborted) return;
    await written(response, piece.bytes, left);
  }
  if (left.aborted) return;
  switch (plan.ending) {
    case 'finish':
      response.end();
      return;
    case 'break':
      breaking();
      response.socket?.destroy();
      return;
    case 'reset':
      await delay(RESET_AFTER_MS);
      breaking();
      response.socket?.resetAndDestroy();
      return;
    case 'stall':
      await aborted(left);
  }
}

// A turn of the loop between two writes gives the reader a chance to see them apart.
function written(response: ServerResponse, bytes: Buffer, left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      left.removeEventListener('abort', done);
      setImmediate(resolve);
    };
    left.addEventListener('abort', done);
    response.write(bytes, done);
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
