import type { AttemptFacts, HoldSubject } from '../hold';

export function keyOf({ keyId }: AttemptFacts): HoldSubject {
  return { kind: 'key', id: keyId };
}

/** Who owns a limit of the project: the project where it is known, else the key alone. */
export function ownerOf(facts: AttemptFacts): HoldSubject {
  return facts.project === undefined ? keyOf(facts) : { kind: 'project', id: facts.project };
}
