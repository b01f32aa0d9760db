import type { Hold } from '../../../core/keypool/hold';
import type { KeyPoolListener } from '../../../core/keypool/key-pool-listener';

/** Where a resting egress proxy is left out; see EgressDispatchers. */
export interface EgressChoice {
  /** `untilMs` in UTC milliseconds; a time that has passed ends the rest. */
  rest(egressId: string, untilMs: number): void;
}

/** Tells what the pools found out about egress proxies to those who choose among them, and everything to the listener. */
export function withEgressRests(listener: KeyPoolListener, egress: EgressChoice): KeyPoolListener {
  return {
    held: (hold) => {
      restEgress([hold], egress);
      listener.held(hold);
    },
    released: (subject, scope) => {
      if (subject.kind === 'egress') egress.rest(subject.id, 0);
      listener.released(subject, scope);
    },
    failuresChanged: (id, failures) => listener.failuresChanged(id, failures),
    projectLearnt: (id, project) => listener.projectLearnt(id, project),
  };
}

/** Leaves out the proxies that are among the holds. */
export function restEgress(holds: readonly Hold[], egress: EgressChoice): void {
  for (const { subject, untilMs } of holds) if (subject.kind === 'egress') egress.rest(subject.id, untilMs);
}
