import { type AppLogger, toPinoLevel } from './logger';

/** What tells of changed settings. */
interface LevelSource {
  readonly current: { readonly LOG_LEVEL: string };
  onChange(listener: () => void): unknown;
}

/** Lets `LOG_LEVEL` act on the logger now and whenever it changes. */
export function followLogLevel(logger: AppLogger, settings: LevelSource): void {
  const apply = (): void => void (logger.level = toPinoLevel(settings.current.LOG_LEVEL));
  apply();
  settings.onChange(apply);
}
