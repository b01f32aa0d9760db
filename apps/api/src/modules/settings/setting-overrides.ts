import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../core/clock';
import { InvalidRequestError } from '../../core/gateway-error';
import { REGISTRY, type SettingName } from '../../core/settings/registry';
import type { Problem } from '../../core/settings/resolve';
import type { Json } from '../../core/settings/setting';
import type { SettingsStore } from '../../core/settings/settings-store';
import type { SecretBox } from '../../database/secret-box';
import type { WriteGate } from '../../database/write-gate';
import { SettingOverrideEntity } from './setting-override.entity';
import { SettingsRevisionEntity } from './settings-revision.entity';

/** New values by setting name; undefined takes an override back. */
export type SettingChanges = ReadonlyMap<SettingName, Json | undefined>;

/** The stored overrides: loads them into the store, and saves what an administrator changes. */
export class SettingOverrides {
  constructor(
    private readonly store: SettingsStore,
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Puts the stored overrides in force. Returns those that are wrong and therefore passed over. */
  async load(): Promise<readonly Problem[]> {
    return this.store.applyOverrides(await this.read(this.dataSource.manager));
  }

  /**
   * Saves the changes together and puts them in force.
   * @throws InvalidRequestError naming the setting when a value is wrong; nothing is saved then.
   */
  async save(changes: SettingChanges): Promise<void> {
    await this.gate.run(async (manager) => {
      const overrides = await this.read(manager);
      for (const [name, value] of changes) {
        if (value === undefined) overrides.delete(name);
        else overrides.set(name, JSON.stringify(value));
      }
      this.refuseProblems(overrides, changes);
      await this.write(manager, changes);
    });
    await this.load();
  }

  private refuseProblems(overrides: ReadonlyMap<string, string>, changes: SettingChanges): void {
    const changed = new Set<string>(changes.keys());
    const problems = this.store.problemsWith(overrides);
    const problem = problems.find(({ names }) => names.some((name) => changed.has(name)));
    if (problem === undefined) return;
    throw new InvalidRequestError(`${problem.name} ${problem.message}.`, { field: problem.name });
  }

  private async read(manager: EntityManager): Promise<Map<string, string>> {
    const rows = await manager.find(SettingOverrideEntity, { order: { name: 'ASC' } });
    return new Map(rows.map((row) => [row.name, this.open(row)]));
  }

  private async write(manager: EntityManager, changes: SettingChanges): Promise<void> {
    for (const [name, value] of changes) {
      if (value === undefined) await manager.delete(SettingOverrideEntity, { name });
      else await manager.upsert(SettingOverrideEntity, this.seal(name, JSON.stringify(value)), ['name']);
    }
    await manager.increment(SettingsRevisionEntity, { id: 1 }, 'revision', 1);
  }

  private seal(name: SettingName, json: string): SettingOverrideEntity {
    const isSealed = REGISTRY.get(name)?.isStoredEncrypted ?? false;
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
