import { type DynamicModule, Global, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { SettingsStore } from '../../core/settings/settings-store';
import { SecretBox } from '../../database/secret-box';
import { WriteGate } from '../../database/write-gate';
import { CLOCK } from '../runtime/runtime-tokens';
import { SettingOverrides } from './setting-overrides';

/**
 * Offers SettingsStore and SettingOverrides to every module. The overrides are in force before any module's
 * `onModuleInit`; a constructor may run earlier, so it keeps the store and not a value out of it.
 */
@Global()
@Module({})
export class SettingsModule implements OnModuleInit {
  private readonly logger = new Logger('settings');

  constructor(private readonly store: SettingsStore) {}

  static forRoot(store: SettingsStore): DynamicModule {
    return {
      module: SettingsModule,
      providers: [
        { provide: SettingsStore, useValue: store },
        {
          provide: SettingOverrides,
          useFactory: openOverrides,
          inject: [SettingsStore, DataSource, WriteGate, SecretBox, CLOCK],
        },
      ],
      exports: [SettingsStore, SettingOverrides],
    };
  }

  /** Tells the operator what is wrong with stored values, what does nothing, and what looks mistyped. */
  onModuleInit(): void {
    for (const { name, message } of this.store.problems)
      this.logger.warn(`The stored value of ${name} ${message}.`);
    for (const { name, message } of this.store.notices) this.logger.warn(`${name} ${message}`);
  }
}

async function openOverrides(
  store: SettingsStore,
  dataSource: DataSource,
  gate: WriteGate,
  box: SecretBox,
  clock: Clock,
): Promise<SettingOverrides> {
  const overrides = new SettingOverrides(store, dataSource, gate, box, clock);
  await overrides.load();
  return overrides;
}
