import type { IncomingMessage } from 'node:http';
import { ClientLeftError, OverBudgetError, PayloadTooLargeError } from '../../core/gateway-error';
import type { BodyBudget } from './body-budget';

const BUSY_WAIT_MS = 2_000;

/** Once this much has come, the rest goes into one piece of memory of the announced size. */
const LARGE_BODY_BYTES = 1024 * 1024;

/** A collected request body, counted in the budget until it is released. */
export interface HeldBody {
  readonly bytes: Buffer;
  /** Gives the memory back. Called once, when the body is not needed any more. */
  release(): void;
}

/**
 * Collects a request body.
 * @throws PayloadTooLargeError above `limitBytes`, OverBudgetError when all bodies together are too many, ClientLeftError
 */
export function readBody(
  request: IncomingMessage,
  limitBytes: number,
  budget: BodyBudget,
): Promise<HeldBody> {
  return new Promise((resolve, reject) => {
    const announcedBytes = Number(request.headers['content-length'] ?? 0);
    const chunks: Buffer[] = [];
    let whole: Buffer | undefined;
    let heldBytes = 0;

    const fail = (error: Error): void => {
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      budget.giveBack(heldBytes);
      reject(error);
    };
    const tooLarge = () =>
      new PayloadTooLargeError(`The request body is larger than ${Math.floor(limitBytes / 2 ** 20)} MB.`);
    const onData = (chunk: Buffer): void => {
      if (heldBytes + chunk.length > limitBytes) return fail(tooLarge());
      if (!budget.take(chunk.length)) {
        return fail(
          new OverBudgetError('Too many large requests at once. Try again shortly.', {
            retryAfterMs: BUSY_WAIT_MS,
          }),
        );
      }
      if (whole === undefined) chunks.push(chunk);
      else chunk.copy(whole, heldBytes);
      heldBytes += chunk.length;
      if (whole === undefined && heldBytes >= LARGE_BODY_BYTES && announcedBytes >= heldBytes)
        whole = joined(chunks.splice(0), announcedBytes);
    };
    const onEnd = (): void => {
      const bytes = whole ?? (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
      resolve({ bytes, release: () => budget.giveBack(heldBytes) });
    };
    const onClose = (): void => {
      if (!request.complete) fail(new ClientLeftError('The client left while it was sending.'));
    };

    if (announcedBytes > limitBytes) return fail(tooLarge());
    request.on('data', onData).on('end', onEnd).on('close', onClose);
  });
}

/** Pieces that are joined only at the end take the memory of a large body twice. */
function joined(chunks: readonly Buffer[], sizeBytes: number): Buffer {
  const whole = Buffer.allocUnsafeSlow(sizeBytes);
  let at = 0;
  for (const chunk of chunks) at += chunk.copy(whole, at);
  return whole;
}
