import type { Scope } from '../../gemini/upstream-call';
import type { Hold, HoldSubject } from '../hold';
import type { KeySlots } from '../keys/key-slots';
import type { LiveKey } from '../keys/live-key';
import type { Projects } from '../keys/projects';
import type { ScopeRing } from '../rings/scope-ring';
import type { ScopeRings } from '../rings/scope-rings';
import { inForce, outlasts, startingNow, type HoldState } from './hold-state';
import type { HoldTable } from './hold-table';
import { NamedHolds } from './named-holds';

/** Told of each subject whose hold was lifted before its time. */
export type OnLifted = (subject: HoldSubject, scope: Scope) => void;

/** Every hold, and what is remembered of past ones. Keeps the rings in step. */
export class HoldBook {
  /** Models that rest for everybody, by name. */
  readonly models = new NamedHolds('model');
  /** Egress proxies that rest, by id. */
  readonly egresses = new NamedHolds('egress');

  constructor(
    private readonly keys: KeySlots,
    private readonly projects: Projects,
    private readonly rings: ScopeRings,
  ) {}

  /** The present or last hold of the subject in the scope. */
  prior(subject: HoldSubject, scope: Scope): HoldState | undefined {
    if (subject.kind === 'model') return this.models.get(subject.id);
    if (subject.kind === 'egress') return this.egresses.get(subject.id);
    const ring = this.rings.own(scope);
    const row = ring && this.#rowOf(subject, ring);
    return row?.table.read(row.index);
  }

  /** Enters a hold, unless the present one lasts longer. False where nothing changed. */
  put(given: Hold, nowMs: number): boolean {
    const hold = given.sinceMs > nowMs ? startingNow(given, nowMs) : given;
    if (hold.untilMs <= nowMs) return false;
    const { subject, scope } = hold;
    if (subject.kind === 'model') return this.models.put(subject.id, hold, nowMs);
    if (subject.kind === 'egress') return this.egresses.put(subject.id, hold, nowMs);
    if (subject.kind === 'key' && this.keys.byId(subject.id) === undefined) return false;
    const row = this.#rowOf(subject, this.rings.ownOrNew(scope))!;
    if (!outlasts(hold, row.table.read(row.index), nowMs)) return false;
    row.table.write(row.index, hold);
    for (const key of this.#keysOf(subject)) this.rings.delay(key, scope, nowMs);
    return true;
  }

  /**
   * A success proves that whatever held the key, its project, the model or the egress proxy before the attempt
   * started is over. Forgets their strikes as well.
   */
  heal(
    key: LiveKey,
    scope: Scope,
    egressId: string | undefined,
    startedAtMs: number,
    nowMs: number,
    onLifted: OnLifted,
  ): void {
    this.#healIn('*', key, startedAtMs, nowMs, onLifted);
    if (scope !== '*') this.#healIn(scope, key, startedAtMs, nowMs, onLifted);
    if (this.models.heal(scope, startedAtMs, nowMs)) onLifted({ kind: 'model', id: scope }, '*');
    if (egressId !== undefined && this.egresses.heal(egressId, startedAtMs, nowMs)) {
      onLifted({ kind: 'egress', id: egressId }, '*');
    }
  }

  /** Lifts the holds of the subject, in one scope or in all; true if one was in force. */
  liftAll(subject: HoldSubject, nowMs: number, only?: Scope): boolean {
    if (subject.kind === 'model') return this.models.heal(subject.id, Infinity, nowMs);
    if (subject.kind === 'egress') return this.egresses.heal(subject.id, Infinity, nowMs);
    let wasHeld = false;
    for (const [scope, ring] of this.rings.all()) {
      if (only !== undefined && scope !== only) continue;
      const row = this.#rowOf(subject, ring);
      if (row === undefined) return false;
      wasHeld = row.table.untilMs(row.index) > nowMs || wasHeld;
      row.table.clear(row.index);
    }
    for (const key of this.#keysOf(subject)) this.rings.refresh(key, '*', nowMs);
    return wasHeld;
  }

  /** The holds in force on the key and on its project, those for everything first. */
  *of(key: LiveKey, nowMs: number): Generator<Hold> {
    for (const [scope, ring] of this.rings.all()) {
      yield* inForce({ kind: 'key', id: key.id }, scope, ring.keyHolds.read(key.slot), nowMs);
      if (key.project === undefined) continue;
      yield* inForce(
        { kind: 'project', id: key.project },
        scope,
        ring.projectHolds.read(key.projectIndex),
        nowMs,
      );
    }
  }

  /** Every hold in force. */
  *all(nowMs: number): Generator<Hold> {
    yield* this.shared(nowMs);
    for (const [scope, ring] of this.rings.all())
      for (const key of this.keys.all())
        yield* inForce({ kind: 'key', id: key.id }, scope, ring.keyHolds.read(key.slot), nowMs);
  }

  /** The holds in force of models, egress proxies and projects. */
  *shared(nowMs: number): Generator<Hold> {
    yield* this.models.inForce(nowMs);
    yield* this.egresses.inForce(nowMs);
    for (const [scope, ring] of this.rings.all())
      for (let index = 0; index < this.projects.count; index++) {
        const subject = { kind: 'project', id: this.projects.nameOf(index) } as const;
        yield* inForce(subject, scope, ring.projectHolds.read(index), nowMs);
      }
  }

  rebase(nowMs: number): void {
    this.models.rebase(nowMs);
    this.egresses.rebase(nowMs);
    this.rings.rebase(nowMs);
  }

  #healIn(scope: Scope, key: LiveKey, startedAtMs: number, nowMs: number, onLifted: OnLifted): void {
    const ring = this.rings.own(scope);
    if (ring === undefined) return;
    if (isOlder(ring.keyHolds, key.slot, startedAtMs)) {
      this.#lift({ kind: 'key', id: key.id }, scope, ring.keyHolds, key.slot, nowMs, onLifted);
    }
    if (key.project !== undefined && isOlder(ring.projectHolds, key.projectIndex, startedAtMs)) {
      this.#lift(
        { kind: 'project', id: key.project },
        scope,
        ring.projectHolds,
        key.projectIndex,
        nowMs,
        onLifted,
      );
    }
  }

  #lift(
    subject: HoldSubject,
    scope: Scope,
    table: HoldTable,
    index: number,
    nowMs: number,
    onLifted: OnLifted,
  ): void {
    const wasHeld = table.untilMs(index) > nowMs;
    table.clear(index);
    if (!wasHeld) return;
    for (const key of this.#keysOf(subject)) this.rings.refresh(key, scope, nowMs);
    onLifted(subject, scope);
  }

  #rowOf(subject: HoldSubject, ring: ScopeRing): { table: HoldTable; index: number } | undefined {
    if (subject.kind === 'project')
      return { table: ring.projectHolds, index: this.projects.indexOf(subject.id) };
    const key = subject.kind === 'key' ? this.keys.byId(subject.id) : undefined;
    return key && { table: ring.keyHolds, index: key.slot };
  }

  /** The keys that a hold on the subject concerns. */
  *#keysOf(subject: HoldSubject): Generator<LiveKey> {
    if (subject.kind === 'key') {
      const key = this.keys.byId(subject.id);
      if (key !== undefined) yield key;
    } else if (subject.kind === 'project') {
      for (const slot of this.projects.slotsOf(this.projects.indexOf(subject.id))) yield this.keys.at(slot);
    }
  }
}

function isOlder(table: HoldTable, index: number, startedAtMs: number): boolean {
  return table.untilMs(index) !== 0 && table.sinceMs(index) < startedAtMs;
}
