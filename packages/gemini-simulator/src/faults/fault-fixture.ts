import { errorFixture } from '../fixtures/load-fixtures';
import type { Chunk } from '../generate/answer-chunks';
import type { Fault } from './fault';

/** The fixture's error as one object, without the array that may be around it. Throws where it is no JSON object. */
export function errorObject(name: string): Chunk {
  const { body } = errorFixture(name);
  const value: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof value !== 'object' || value === null)
    throw new Error(`Fixture "${name}" is no JSON object and cannot be an event`);
  return value as Chunk;
}

/** Throws when the rule is written, not when it acts. */
export function assertFixtureFits(fault: Fault): void {
  if (fault.kind === 'error') errorFixture(fault.fixture);
  if (fault.kind === 'first-event-error' || fault.kind === 'mid-stream-error') errorObject(fault.fixture);
}
