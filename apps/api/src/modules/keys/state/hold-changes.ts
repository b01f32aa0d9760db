import type { KeyKind } from '@gemini-balance/shared';
import type { Scope } from '../../../core/gemini/upstream-call';
import type { Hold, HoldSubject } from '../../../core/keypool/hold';

/** What the stored holds of one subject lack. What is released is removed first, then what is held is stored. */
export interface SubjectChanges {
  readonly pool: KeyKind;
  readonly subject: HoldSubject;
  /** Whether every stored hold of the subject is to go. */
  readonly isReleased: boolean;
  /** For each scope that changed its latest hold, or undefined where it was released. */
  readonly scopes: ReadonlyMap<Scope, Hold | undefined>;
}

/** Gathers changes of holds until they are stored; of several changes of one hold, the last counts. */
export class HoldChanges {
  private bySubject = new Map<string, SubjectChanges>();

  get isEmpty(): boolean {
    return this.bySubject.size === 0;
  }

  held(pool: KeyKind, hold: Hold): void {
    this.add({ pool, subject: hold.subject, isReleased: false, scopes: new Map([[hold.scope, hold]]) });
  }

  /** @param scope undefined for all holds of the subject. */
  released(pool: KeyKind, subject: HoldSubject, scope: Scope | undefined): void {
    const scopes = new Map(scope === undefined ? [] : [[scope, undefined]]);
    this.add({ pool, subject, isReleased: scope === undefined, scopes });
  }

  /** Takes the changes out, to store them. */
  take(): SubjectChanges[] {
    const changes = [...this.bySubject.values()];
    this.bySubject = new Map();
    return changes;
  }

  /** Puts changes back that could not be stored, behind those that came meanwhile. */
  giveBack(changes: readonly SubjectChanges[]): void {
    const newer = this.take();
    for (const change of [...changes, ...newer]) this.add(change);
  }

  private add(change: SubjectChanges): void {
    const id = `${change.pool} ${change.subject.kind} ${change.subject.id}`;
    const earlier = this.bySubject.get(id);
    this.bySubject.set(id, earlier && !change.isReleased ? merge(earlier, change) : change);
  }
}

function merge(earlier: SubjectChanges, later: SubjectChanges): SubjectChanges {
  return { ...later, isReleased: earlier.isReleased, scopes: new Map([...earlier.scopes, ...later.scopes]) };
}
