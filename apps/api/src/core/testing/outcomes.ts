import type { Outcome, OutcomeKind, OutcomeOf } from '../outcome';

type Extra<Kind extends OutcomeKind> = Omit<OutcomeOf<Kind>, 'kind' | 'error'>;

/** An outcome of the kind, as upstream would have refused; `project` is the one its error body names. */
export function anOutcome<Kind extends OutcomeKind>(
  kind: Kind,
  extra?: Partial<Extra<Kind>>,
  project?: string,
): Outcome {
  const error = { status: 429, message: kind, details: [], project };
  return { kind, error, failure: 'reset', ...extra } as unknown as Outcome;
}
