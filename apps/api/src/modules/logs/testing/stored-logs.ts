import type { AttemptSettled, RequestFinished } from '../../../core/gateway/observing/gateway-observer';
import type { OpenTestDatabase } from '../../../database/testing/open-test-database';
import { anAttempt, aRequest } from '../../telemetry/testing/gateway-events';
import { LogRecorder } from '../recording/log-recorder';
import { LogWriter } from '../recording/log-writer';

/** A failed attempt for nobody in particular, but for the given facts. */
export function aFailure(facts: Partial<AttemptSettled> = {}): AttemptSettled {
  const error = { status: 429, rpcStatus: 'RESOURCE_EXHAUSTED', message: 'Slow down.', details: [] };
  return anAttempt({ origin: undefined, outcome: { kind: 'rate_limited', error }, ...facts });
}

/** Stores these requests and attempts, as the gateway does. */
export async function storeLogs(
  { rows }: Pick<OpenTestDatabase, 'rows'>,
  logs: { requests?: readonly Partial<RequestFinished>[]; attempts?: readonly Partial<AttemptSettled>[] },
): Promise<void> {
  const recorder = new LogRecorder(() => true);
  for (const facts of logs.requests ?? []) recorder.requestFinished(aRequest(facts));
  for (const facts of logs.attempts ?? []) recorder.attemptSettled(aFailure(facts));
  const fail = (failure: unknown): never => {
    throw failure;
  };
  await new LogWriter(rows, [recorder.requests, recorder.attempts, recorder.bodies], fail).flush();
}
