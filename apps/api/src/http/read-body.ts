import type { IncomingMessage } from 'node:http';
import { ClientLeftError, OverBudgetError, PayloadTooLargeError } from '../core/gateway-error';
import type { BodyBudget } from './body-budget';

const BUSY_WAIT_MS = 2_000;

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
    const chunks: Buffer[] = [];
    let heldBytes = 0;

    const fail = (error: Error): void => {
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      budget.giveBack(heldBytes);
      // What is still to come is thrown away, so that the client gets to read its answer.
      request.resume();
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
      heldBytes += chunk.length;
      chunks.push(chunk);
    };
    const onEnd = (): void => {
      const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      resolve({ bytes, release: () => budget.giveBack(heldBytes) });
    };
    const onClose = (): void => {
      if (!request.complete) fail(new ClientLeftError('The client left while it was sending.'));
    };

    if (Number(request.headers['content-length'] ?? 0) > limitBytes) return fail(tooLarge());
    request.on('data', onData).on('end', onEnd).on('close', onClose);
  });
}
