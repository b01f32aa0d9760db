import type { Provider } from '@nestjs/common';
import type { StoredKindName } from '@gemini-balance/shared';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { SettingName, Settings } from '../../core/settings/registry';
import { SettingsStore } from '../../core/settings/settings-store';
import type { StoredRetention } from '../../storage/stored-kind';
import { StoredFolder } from '../../storage/stored-folder';
import { type RowPlace, StoredRows } from '../../storage/stored-rows';
import { LOG_FOLDER, MOST_LOG_BYTES } from '../logs/files/log-files';
import { CLEAN_UP_LOGS, LONG_DAYS } from './clean-up-logs.task';

/** What the logs keep, and for how long. */
export const LOG_STORAGE: readonly Provider[] = [
  rows('requests', { table: 'request_logs', time: 'startedAtMs', oldestBy: 'startedAtMs' }, (settings) =>
    days(settings.AUTO_DELETE_REQUEST_LOGS_ENABLED, settings.AUTO_DELETE_REQUEST_LOGS_DAYS, [
      'AUTO_DELETE_REQUEST_LOGS_ENABLED',
      'AUTO_DELETE_REQUEST_LOGS_DAYS',
    ]),
  ),
  rows('attempts', { table: 'attempt_logs', time: 'startedAtMs', oldestBy: 'id' }, (settings) =>
    days(settings.AUTO_DELETE_ERROR_LOGS_ENABLED, settings.AUTO_DELETE_ERROR_LOGS_DAYS, [
      'AUTO_DELETE_ERROR_LOGS_ENABLED',
      'AUTO_DELETE_ERROR_LOGS_DAYS',
    ]),
  ),
  rows('audit', { table: 'audit_logs', time: 'atMs', oldestBy: 'atMs' }, () => days(true, LONG_DAYS, [])),
  rows('usage', { table: 'usage_hours', time: 'hourMs', oldestBy: 'hourMs' }, () =>
    days(true, LONG_DAYS, []),
  ),
  {
    provide: 'storage of log files',
    useFactory: (store: SettingsStore) =>
      new StoredFolder(
        'log-files',
        () => join(store.current.DATA_DIR, LOG_FOLDER),
        () => ({ retention: { rule: 'size', bytes: MOST_LOG_BYTES }, settings: ['LOG_LEVEL'] }),
      ),
    inject: [SettingsStore],
  },
];

function rows(
  name: StoredKindName,
  place: RowPlace,
  retention: (settings: Settings) => StoredRetention,
): Provider {
  return {
    provide: `storage of ${name}`,
    useFactory: (dataSource: DataSource, store: SettingsStore) =>
      new StoredRows(name, dataSource, place, () => retention(store.current)),
    inject: [DataSource, SettingsStore],
  };
}

function days(isDeleted: boolean, kept: number, settings: SettingName[]): StoredRetention {
  return {
    retention: isDeleted ? { rule: 'days', days: kept } : { rule: 'forever' },
    settings,
    schedule: CLEAN_UP_LOGS,
  };
}
