import { errorFixture } from '../fixtures/load-fixtures';
import type { Chunk } from '../generate/answers/chunk';
import type { Fault, FaultKind } from './fault';

/** The fixture's error as one object, without the array that may be around it. Throws where it is no JSON object. */
export function errorObject(name: string): Chunk {
  const { body } = errorFixture(name);
  const value: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof value !== 'object' || value === null)
    throw new Error(`Fixture "${name}" is no JSON object and cannot be an event`);
  return value as Chunk;
}

const KINDS: Record<FaultKind, true> = {
  latency: true,
  reset: true,
  error: true,
  empty: true,
  html: true,
  'blocked-prompt': true,
  'empty-candidate': true,
  'no-candidates': true,
  'finish-reason': true,
  usage: true,
  'giant-line': true,
  continuation: true,
  array: true,
  'first-event-error': true,
  'mid-stream-error': true,
  'line-ending': true,
  pace: true,
  stall: true,
  cut: true,
  'split-characters': true,
};

export const FAULT_KINDS = Object.keys(KINDS) as readonly FaultKind[];

/** Throws for an unknown kind or fixture: when the rule is written, not when it acts. Rules of a file have no types. */
export function checkFault(fault: Fault): void {
  if (!Object.hasOwn(KINDS, fault.kind)) throw new Error(`No fault is called "${fault.kind}"`);
  if (fault.kind === 'error') errorFixture(fault.fixture);
  if (fault.kind === 'first-event-error' || fault.kind === 'mid-stream-error') errorObject(fault.fixture);
}
