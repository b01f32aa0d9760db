import { type DynamicModule, Global, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import { SettingsStore } from '../../core/settings/settings-store';
import { SecretBox } from '../../database/secrets/secret-box';
import { WriteGate } from '../../database/writing/write-gate';
import { BackgroundWork } from '../../scheduling/background-work';
import { AuditTrail } from '../audit/audit-trail';
import { CLOCK } from '../runtime/runtime-tokens';
import { ChangeSettingsService } from './change-settings.service';
import { SettingOverrides } from './setting-overrides';
import { SettingsController } from './settings.controller';

/** How soon a change of another process is noticed. */
const FOLLOW_MS = 1_000;

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
      controllers: [SettingsController],
      providers: [
        { provide: SettingsStore, useValue: store },
        {
          provide: SettingOverrides,
          useFactory: openOverrides,
          inject: [SettingsStore, DataSource, WriteGate, SecretBox, CLOCK],
        },
        {
          provide: ChangeSettingsService,
          useFactory: (store: SettingsStore, overrides: SettingOverrides, trail: AuditTrail) =>
            new ChangeSettingsService(store, overrides, trail),
          inject: [SettingsStore, SettingOverrides, AuditTrail],
        },
        {
          provide: BackgroundWork,
          // While the database is away the settings stay as they were; others tell of that.
          useFactory: (clock: Clock, overrides: SettingOverrides) =>
            new BackgroundWork([
              new Repeater(clock, FOLLOW_MS, () => overrides.follow().catch(() => undefined)),
            ]),
          inject: [CLOCK, SettingOverrides],
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
