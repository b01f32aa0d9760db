import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../core/clock';
import { isSettingName, REGISTRY } from '../../core/settings/registry';
import type { Problem } from '../../core/settings/resolve';
import type { Json } from '../../core/settings/setting';
import type { SettingsStore } from '../../core/settings/settings-store';
import type { SecretBox } from '../../database/secrets/secret-box';
import type { WriteGate } from '../../database/writing/write-gate';
import { ConflictError, type FieldProblem, InvalidFieldsError } from '../../http/admin/admin-errors';
import { SettingOverrideEntity } from './setting-override.entity';
import { SettingsRevisionEntity } from './settings-revision.entity';

/** New values by setting name; undefined takes an override back. */
export type SettingChanges = ReadonlyMap<string, Json | undefined>;

/** What is stored for a setting, before and after a change. */
export interface SavedChange {
  readonly name: string;
  /** JSON texts; undefined where there is no override. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What a column of 64 KB takes, sealed and with letters of three bytes. */
const LONGEST_VALUE = 15_000;

/** The stored overrides: loads them into the store, and saves what an administrator changes. */
export class SettingOverrides {
  #loading: Promise<unknown> = Promise.resolve();
  #revision = 0;

  constructor(
    private readonly store: SettingsStore,
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** The revision that is in force in this process. */
  get revision(): number {
    return this.#revision;
  }

  /** Puts the stored overrides in force. Returns those that are wrong and therefore passed over. */
  load(): Promise<readonly Problem[]> {
    // One after the other, so that an older state never follows a newer one.
    const mine = this.#loading.then(async () => {
      // Read first: a change that comes in between is noticed the next time.
      const revision = await this.readRevision();
      const problems = this.store.applyOverrides(await this.read(this.dataSource.manager));
      this.#revision = revision;
      return problems;
    });
    this.#loading = mine.catch(() => undefined);
    return mine;
  }

  /** Loads again when another process has changed something. */
  async follow(): Promise<void> {
    if ((await this.readRevision()) !== this.#revision) await this.load();
  }

  /**
   * Saves the changes together and puts them in force. Resolves with those that changed something.
   * @param expectedRevision the one that the changes were made on; undefined for whatever is in force
   * @throws InvalidFieldsError naming every value that is wrong; nothing is saved then
   * @throws ConflictError when another revision is stored
   */
  async save(changes: SettingChanges, expectedRevision?: number): Promise<readonly SavedChange[]> {
    const saved = await this.gate.run(async (manager) => {
      // Written first: it locks the row, so that two processes do not decide on the same state.
      await this.countUp(manager, expectedRevision);
      const before = await this.read(manager);
      const after = new Map(before);
      for (const [name, value] of changes) {
        if (value === undefined) after.delete(name);
        else after.set(name, JSON.stringify(value));
      }
      this.refuseProblems(after, changes);
      const saved = [...changes.keys()]
        .map((name) => ({ name, from: before.get(name), to: after.get(name) }))
        .filter(({ from, to }) => from !== to);
      for (const { name, to } of saved) await this.write(manager, name, to);
      return saved;
    });
    await this.load();
    return saved;
  }

  /** Names of the settings that have an override. */
  async overridden(): Promise<string[]> {
    return [...(await this.read(this.dataSource.manager)).keys()];
  }

  private async readRevision(): Promise<number> {
    const row = await this.dataSource.getRepository(SettingsRevisionEntity).findOneByOrFail({ id: 1 });
    return row.revision;
  }

  private async countUp(manager: EntityManager, expectedRevision: number | undefined): Promise<void> {
    const row = { id: 1, ...(expectedRevision !== undefined && { revision: expectedRevision }) };
    const { affected } = await manager.increment(SettingsRevisionEntity, row, 'revision', 1);
    if (affected === 0)
      throw new ConflictError('Somebody changed the settings meanwhile. Read them again, then change them.');
  }

  private refuseProblems(overrides: ReadonlyMap<string, string>, changes: SettingChanges): void {
    const problems: FieldProblem[] = [];
    for (const name of changes.keys()) {
      if (!isSettingName(name)) problems.push({ field: name, message: `${name} is no setting.` });
      else if ((overrides.get(name) ?? '').length > LONGEST_VALUE)
        problems.push({ field: name, message: `${name} is longer than ${LONGEST_VALUE} characters.` });
    }
    for (const { name, names, message } of this.store.problemsWith(overrides)) {
      const isChanged = names.some((one) => changes.has(one) && isSettingName(one));
      if (isChanged) problems.push({ field: name, message: `${name} ${message}.` });
    }
    const [first, ...rest] = problems;
    if (first !== undefined) throw new InvalidFieldsError([first, ...rest]);
  }

  private async read(manager: EntityManager): Promise<Map<string, string>> {
    const rows = await manager.find(SettingOverrideEntity, { order: { name: 'ASC' } });
    return new Map(rows.map((row) => [row.name, this.open(row)]));
  }

  private async write(manager: EntityManager, name: string, json: string | undefined): Promise<void> {
    if (json === undefined) await manager.delete(SettingOverrideEntity, { name });
    else await manager.upsert(SettingOverrideEntity, this.seal(name, json), ['name']);
  }

  private seal(name: string, json: string): SettingOverrideEntity {
    const isSealed = isSettingName(name) && REGISTRY.get(name)!.isStoredEncrypted;
    const value = isSealed ? this.box.encrypt(json) : json;
    return { name, value, isSealed, updatedAtMs: this.clock.nowMs() };
  }

  /** The JSON text of a row; the empty text, which is reported as wrong, for one that cannot be unsealed. */
  private open(row: SettingOverrideEntity): string {
    if (!row.isSealed) return row.value;
    try {
      return this.box.decrypt(row.value);
    } catch {
      return '';
    }
  }
}
