import { KEY_KINDS, type KeyKind } from '@gemini-balance/shared';
import { IsNull, type DataSource } from 'typeorm';
import type { Clock } from '../core/clock';
import type { EnvLayer } from '../core/settings/env/env-layer';
import { SettingsStore } from '../core/settings/settings-store';
import { openDatabase } from '../database/opening/open-database';
import { openSecretBox } from '../database/secrets/open-secret-box';
import { openRowConnection } from '../database/writing/row-connection';
import { RowWriter } from '../database/writing/row-writer';
import { WriteGate } from '../database/writing/write-gate';
import { AddKeys } from '../modules/keys/add-keys';
import { KeyWrites } from '../modules/keys/following/key-writes';
import { ApiKeyEntity } from '../modules/keys/storage/api-key.entity';
import { ResourceRepository } from '../modules/resources/resource.repository';
import { SettingOverrides } from '../modules/settings/setting-overrides';
import { AccessTokenEntity } from '../modules/tokens/access-token.entity';
import { TokenRepository } from '../modules/tokens/token.repository';
import type { Known } from './plan-takeover';

/** The database that this installation's settings name, and what writes to it; a gateway may be serving from it. */
export class ThisInstallation {
  private constructor(
    readonly dataSource: DataSource,
    readonly rows: RowWriter,
    readonly addKeys: AddKeys,
    readonly tokens: TokenRepository,
    readonly overrides: SettingOverrides,
    readonly resources: ResourceRepository,
    private readonly settings: SettingsStore,
    private readonly clock: Clock,
    private readonly closeRows: () => Promise<void>,
  ) {}

  /** @throws StartError, InvalidSettingsError */
  static async open(env: EnvLayer, clock: Clock, tell: (message: string) => void): Promise<ThisInstallation> {
    const store = new SettingsStore(env);
    const dataSource = await openDatabase(store.current, { tell });
    const gate = new WriteGate(dataSource);
    const box = await openSecretBox(dataSource, gate, store.current);
    const connection = await openRowConnection(dataSource);
    const overrides = new SettingOverrides(store, dataSource, gate, box, clock);
    await overrides.load();
    return new ThisInstallation(
      dataSource,
      new RowWriter(dataSource, gate, connection.runStatement),
      new AddKeys(new KeyWrites(dataSource, gate), box, clock),
      new TokenRepository(dataSource, gate, clock),
      overrides,
      new ResourceRepository(dataSource, gate),
      store,
      clock,
      () => connection.close(),
    );
  }

  async known(): Promise<Known> {
    const keys = [...(await this.keyIds()).keys()];
    const tokens = await this.tokens.all();
    return {
      keyHashes: new Map(
        KEY_KINDS.map((kind) => [
          kind,
          new Set(keys.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1))),
        ]),
      ),
      tokenDigests: new Set(tokens.map(({ digest }) => digest)),
      settings: this.settings,
      nowMs: this.clock.nowMs(),
    };
  }

  /** The ids of all live keys, by kind and hash: `gemini 3f…`. */
  async keyIds(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource
      .getRepository(ApiKeyEntity)
      .find({ select: { id: true, kind: true, hash: true }, where: { deletedAtMs: IsNull() } });
    return new Map(rows.map((row) => [keyName(row.kind, row.hash), row.id]));
  }

  /** The ids of all live tokens, by digest; 0 for one that opens the dashboard. */
  async tokenIds(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource
      .getRepository(AccessTokenEntity)
      .find({ where: { deletedAtMs: IsNull() } });
    return new Map(rows.map((row) => [row.digest, row.role === 'admin' ? 0 : row.id]));
  }

  async close(): Promise<void> {
    await this.closeRows();
    await this.dataSource.destroy();
  }
}

export function keyName(kind: KeyKind, hash: string): string {
  return `${kind} ${hash}`;
}
