import type { IncomingMessage } from 'node:http';
import { Cancellation } from '../../cancellation';
import type { Clock } from '../../clock';
import type { UpstreamCall } from '../../gemini/upstream-call';
import type { Lease } from '../../keypool/lending/lease';
import type { AttemptOrder, AttemptSender } from '../attempts/attempt-sender';
import type { DispatchResult } from '../dispatch/dispatcher';
import { faultOfOutcome, isFailed } from '../faults/final-fault';
import { UpstreamFailureError } from '../faults/upstream-faults';
import { UploadBody } from './upload-body';

/** A call whose body streams from a client. */
export interface UploadOrder extends Omit<AttemptOrder, 'call'> {
  readonly call: Omit<UpstreamCall, 'body'>;
  readonly request: IncomingMessage;
  /** How long the client may send nothing, and how long upstream may take to answer once all is sent; 0 is for ever. */
  readonly patienceMs: number;
}

/**
 * Sends a call with a body as it comes, once: no other attempt could be made, because the body is not kept. A client that
 * leaves in the middle ends the call; one that leaves after its last byte does not, so that what it sent is kept.
 */
export async function sendUpload(
  sender: Pick<AttemptSender, 'send'>,
  clock: Clock,
  { request, patienceMs, ...order }: UploadOrder,
  lease: Lease,
): Promise<Pick<DispatchResult, 'attempts' | 'keyId' | 'usage' | 'fault'>> {
  const cancellation = new Cancellation();
  order.cancellation.add(() => {
    if (!request.complete) cancellation.cancel();
  });
  const body = new UploadBody(request);
  const answered = new AbortController();
  let isLate = false;
  const watchForAnswer = async (): Promise<void> => {
    request.socket.setTimeout(0);
    if (patienceMs === 0) return;
    await clock.sleep(patienceMs, answered.signal);
    if (answered.signal.aborted) return;
    isLate = true;
    cancellation.cancel();
  };
  body.once('end', () => void watchForAnswer());
  // A client that falls silent is cut off by its socket.
  request.socket.setTimeout(patienceMs);
  try {
    const { outcome, usage } = await sender.send(
      { ...order, cancellation, call: { ...order.call, body } },
      lease,
      1,
    );
    const fault = isLate ? tooLate(patienceMs) : isFailed(outcome) ? faultOfOutcome(outcome) : undefined;
    return { attempts: 1, keyId: lease.keyId, usage, fault };
  } finally {
    answered.abort();
    request.socket.setTimeout(0);
    body.destroy();
  }
}

function tooLate(patienceMs: number): UpstreamFailureError {
  return new UpstreamFailureError(
    'upstream_unreachable',
    504,
    `Upstream did not answer within ${Math.round(patienceMs / 1000)} s of the last byte.`,
  );
}
