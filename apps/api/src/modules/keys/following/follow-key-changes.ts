import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../core/clock';
import { Repeater } from '../../../core/repeater';
import { type EgressChoice, restEgress } from '../state/egress-rests';
import { type KeyRemoval, readRemovals, REMOVALS_KEPT_MS } from './key-removals';
import type { KeyWrites, Revisions } from './key-writes';
import type { StoredKey } from '../storage/key.repository';
import type { KeyParts } from '../load-keys';
import type { DataSource } from 'typeorm';

/** How often the revision is looked at: a change of another process acts here within twice that. */
const LOOK_MS = 800;

/** Keeps the keys of this process in step with what other processes on the database change. */
export class FollowKeyChanges {
  #seen = 0;
  #lookedAtMs = 0;
  readonly #repeater: Repeater;

  constructor(
    private readonly parts: KeyParts,
    private readonly dataSource: DataSource,
    private readonly writes: KeyWrites,
    private readonly egress: EgressChoice,
    private readonly clock: Clock,
    onFailure: (failure: unknown) => void,
  ) {
    this.#repeater = new Repeater(clock, LOOK_MS, () => this.look().catch(onFailure));
  }

  /** To be called before the keys are loaded: what changes from then on is followed. */
  async begin(): Promise<void> {
    this.#seen = await this.writes.current();
    this.#lookedAtMs = this.clock.nowMs();
  }

  start(): void {
    this.#repeater.start();
  }

  stop(): Promise<void> {
    return this.#repeater.stop();
  }

  /** Takes over what changed since it last looked. Rejects when the database is away; the next time makes up for it. */
  async look(): Promise<void> {
    const nowMs = this.clock.nowMs();
    const current = await this.writes.current();
    const wasCutOff = nowMs - this.#lookedAtMs > REMOVALS_KEPT_MS / 2;
    if (current !== this.#seen) {
      for (const revisions of this.writes.foreign(this.#seen, current)) await this.#follow(revisions);
      this.#seen = current;
    }
    if (wasCutOff) await this.#removeUnknown();
    this.#lookedAtMs = nowMs;
  }

  async #follow(revisions: Revisions): Promise<void> {
    for (const removal of await readRemovals(this.dataSource, revisions)) await this.#remove(removal);
    for await (const part of this.parts.keys.changedIn(revisions)) {
      for (const stored of part) this.#put(stored);
      await setImmediate();
    }
    for (const { pool, hold } of await this.parts.state.heldIn(revisions)) {
      this.parts.pools.of(pool).apply([hold]);
      restEgress([hold], this.egress);
    }
  }

  #put({ live, lastUsedAtMs = 0 }: StoredKey): void {
    const { roster, pools } = this.parts;
    roster.put(live);
    roster.noteUse(live.key.id, lastUsedAtMs);
    pools.of(live.kind).takeOverFailures(live.key.id, live.key.failures);
  }

  async #remove(removal: KeyRemoval): Promise<void> {
    const { roster, pools, groups } = this.parts;
    if (removal.what === 'key') roster.remove(removal.id);
    else if (removal.what === 'groups') pools.limitGroups(await groups.limits());
    else {
      const { pool, subject, scope } = removal;
      pools.of(pool).takeOverLift(subject, scope);
      if (subject.kind === 'egress') this.egress.rest(subject.id, 0);
    }
  }

  /** Notes of removals are kept for an hour; after a longer absence of the database the keys themselves are compared. */
  async #removeUnknown(): Promise<void> {
    const { roster, keys } = this.parts;
    const known = roster.all().map(({ key }) => key.id);
    const stored = await keys.ids();
    for (const id of known) if (!stored.has(id)) roster.remove(id);
  }
}
