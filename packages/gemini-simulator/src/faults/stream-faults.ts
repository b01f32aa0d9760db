import type { Chunk } from '../generate/answers/chunk';
import type { StreamEvent } from '../wire/stream-plan';
import { errorObject } from './check-fault';
import { faultOf, type Fault } from './fault';

/** The chunks as events, with the error that a fault puts first or among them; it is always the last event. */
export function withStreamFaults(chunks: readonly Chunk[], faults: readonly Fault[]): StreamEvent[] {
  const events = chunks.map((value): StreamEvent => ({ value, form: 'data' }));
  const first = faultOf(faults, 'first-event-error');
  if (first) return [{ value: errorObject(first.fixture), form: 'data' }];
  const midway = faultOf(faults, 'mid-stream-error');
  if (!midway) return events;
  return [
    ...events.slice(0, midway.afterEvents),
    { value: errorObject(midway.fixture), form: midway.form ?? 'data' },
  ];
}
