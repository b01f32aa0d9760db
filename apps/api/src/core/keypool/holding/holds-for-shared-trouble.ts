import type { NetworkFailure, OutcomeOf } from '../../outcome';
import type { Given } from './given';
import type { Hold, HoldReason, HoldSubject } from '../hold';
import { OVERLOADS_BEFORE_REST, REST } from '../hold-policy';
import { backOffMs, strike } from './strike';
import { ownerOf } from './subject-of';

/** Row 21: capacity that nobody's quota explains rests the key briefly; seen by several keys at once, the model. */
export function holdsForCapacity({ facts, standing }: Given): readonly Hold[] {
  const isModel = standing.isCapacityShared && facts.scope !== '*';
  const subject: HoldSubject = isModel ? { kind: 'model', id: facts.scope } : ownerOf(facts);
  const fault = { subject, scope: isModel ? '*' : facts.scope, reason: 'capacity_exhausted' } as const;
  return strike(fault, facts, standing, (strikes) => backOffMs(REST.capacity, strikes));
}

/** Row 24: a model that answers nobody rests briefly, so that its clients do not queue for nothing. */
export function holdsForOverload({ facts, standing }: Given): readonly Hold[] {
  if (facts.scope === '*' || standing.overloadsInARow < OVERLOADS_BEFORE_REST) return [];
  const fault = { subject: { kind: 'model', id: facts.scope }, scope: '*', reason: 'overloaded' } as const;
  return strike(fault, facts, standing, (strikes) => backOffMs(REST.overload, strikes));
}

/** Failures that an egress proxy is to blame for, as opposed to upstream behind it. */
const EGRESS_FAILURES: ReadonlySet<NetworkFailure> = new Set<NetworkFailure>([
  'refused',
  'dns',
  'tls',
  'connect_timeout',
  'egress',
]);

/** Row 26: a proxy that does not connect rests. A direct connection is never held. */
export function holdsForNetwork(
  { kind, failure }: OutcomeOf<'network_failed'>,
  given: Given,
): readonly Hold[] {
  return EGRESS_FAILURES.has(failure) ? holdsForEgress(kind, given) : [];
}

/** Row 8, and row 26 where the proxy is to blame. */
export function holdsForEgress(reason: HoldReason, { facts, standing }: Given): readonly Hold[] {
  if (facts.egressId === undefined) return [];
  const fault = { subject: { kind: 'egress', id: facts.egressId }, scope: '*', reason } as const;
  return strike(fault, facts, standing, (strikes) =>
    reason === 'location_unsupported' ? REST.egressLocationMs : backOffMs(REST.egressFault, strikes),
  );
}
