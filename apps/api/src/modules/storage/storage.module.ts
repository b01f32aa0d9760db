import { Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { SettingsStore } from '../../core/settings/settings-store';
import { KeepsThings, type StoredKind } from '../../storage/stored-kind';
import { markedProviders } from '../runtime/marked-providers';
import { MeasureStorageService } from './measure-storage.service';
import { StorageController } from './storage.controller';

/** What the gateway keeps, and how much space it takes: whatever modules declare by `@KeepsThings()`. */
@Module({
  imports: [DiscoveryModule],
  controllers: [StorageController],
  providers: [
    {
      provide: MeasureStorageService,
      useFactory: (dataSource: DataSource, store: SettingsStore, discovery: DiscoveryService) =>
        new MeasureStorageService(
          dataSource,
          () => store.current,
          markedProviders<StoredKind>(discovery, KeepsThings),
        ),
      inject: [DataSource, SettingsStore, DiscoveryService],
    },
  ],
})
export class StorageModule {}
