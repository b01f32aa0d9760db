import { Logger, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { SettingsStore } from '../../core/settings/settings-store';
import { WriteGate } from '../../database/write-gate';
import { CLOCK } from '../runtime/runtime-tokens';
import { FirstTokens, syncTokens } from './sync-tokens';
import { TokenDirectory } from './token-directory';
import { TokenRepository } from './token.repository';
import { TokenWatch } from './token-watch';

const logger = new Logger('tokens');

/** Client and admin tokens. Offers TokenDirectory, which knows them, and FirstTokens, to be shown once where they were made. */
@Module({
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
    { provide: TokenDirectory, useFactory: (clock: Clock) => new TokenDirectory(clock), inject: [CLOCK] },
    {
      provide: TokenWatch,
      // FirstTokens is injected so that the directory is read after the tokens were brought in line.
      useFactory: openWatch,
      inject: [TokenRepository, TokenDirectory, CLOCK, FirstTokens],
    },
  ],
  exports: [TokenDirectory, FirstTokens],
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
  clock: Clock,
): Promise<TokenWatch> {
  const watch = new TokenWatch(tokens, directory, clock);
  await watch.reload();
  return watch;
}
