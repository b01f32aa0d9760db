import { Logger, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayStartMs } from '../../core/calendar-day';
import type { Clock } from '../../core/clock';
import { SettingsStore } from '../../core/settings/settings-store';
import { RowWriter } from '../../database/writing/row-writer';
import { WriteGate } from '../../database/writing/write-gate';
import { AuditTrail } from '../audit/audit-trail';
import { CLOCK } from '../runtime/runtime-tokens';
import { TokenCountSync } from './limits/token-count-sync';
import { TokenMeters } from './limits/token-meters';
import { ManageTokensService } from './manage-tokens.service';
import { FirstTokens, syncTokens } from './sync-tokens';
import { TokenDirectory } from './token-directory';
import { TokenNames } from './token-names';
import { TokenWatch } from './token-watch';
import { TokenRepository } from './token.repository';
import { TokensController } from './tokens.controller';

const logger = new Logger('tokens');

/**
 * Client and admin tokens. Offers TokenDirectory, which knows them, TokenMeters, which counts what those with limits use,
 * TokenNames, to name those of the past as well, and FirstTokens, to be shown once where they were made.
 */
@Module({
  controllers: [TokensController],
  providers: [
    {
      provide: TokenRepository,
      useFactory: (dataSource: DataSource, gate: WriteGate, clock: Clock) =>
        new TokenRepository(dataSource, gate, clock),
      inject: [DataSource, WriteGate, CLOCK],
    },
    {
      provide: FirstTokens,
      useFactory: (tokens: TokenRepository, store: SettingsStore) =>
        syncTokens(tokens, store.current, (message) => logger.warn(message)),
      inject: [TokenRepository, SettingsStore],
    },
    {
      provide: TokenMeters,
      useFactory: (clock: Clock, store: SettingsStore) =>
        new TokenMeters({
          nowMs: () => clock.nowMs(),
          dayEndMs: (nowMs) => dayStartMs(nowMs, store.current.TIMEZONE, 1),
        }),
      inject: [CLOCK, SettingsStore],
    },
    {
      provide: TokenDirectory,
      useFactory: (clock: Clock, meters: TokenMeters) => new TokenDirectory(clock, meters),
      inject: [CLOCK, TokenMeters],
    },
    {
      provide: TokenNames,
      useFactory: (dataSource: DataSource) => new TokenNames(dataSource),
      inject: [DataSource],
    },
    {
      provide: TokenCountSync,
      useFactory: (
        dataSource: DataSource,
        rows: RowWriter,
        meters: TokenMeters,
        clock: Clock,
        store: SettingsStore,
      ) =>
        new TokenCountSync(dataSource, rows, meters, {
          nowMs: () => clock.nowMs(),
          dayStartMs: (nowMs) => dayStartMs(nowMs, store.current.TIMEZONE),
        }),
      inject: [DataSource, RowWriter, TokenMeters, CLOCK, SettingsStore],
    },
    {
      provide: TokenWatch,
      // FirstTokens is injected so that the directory is read after the tokens were brought in line.
      useFactory: openWatch,
      inject: [TokenRepository, TokenDirectory, TokenCountSync, CLOCK, FirstTokens],
    },
    {
      provide: ManageTokensService,
      useFactory: (
        tokens: TokenRepository,
        watch: TokenWatch,
        meters: TokenMeters,
        clock: Clock,
        trail: AuditTrail,
      ) => new ManageTokensService(tokens, watch, meters, clock, trail),
      inject: [TokenRepository, TokenWatch, TokenMeters, CLOCK, AuditTrail],
    },
  ],
  exports: [TokenDirectory, TokenNames, TokenMeters, FirstTokens],
})
export class TokensModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly watch: TokenWatch) {}

  onApplicationBootstrap(): void {
    this.watch.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.watch.stop();
  }
}

async function openWatch(
  tokens: TokenRepository,
  directory: TokenDirectory,
  counts: TokenCountSync,
  clock: Clock,
): Promise<TokenWatch> {
  const watch = new TokenWatch(tokens, directory, counts, clock);
  await watch.open();
  return watch;
}
