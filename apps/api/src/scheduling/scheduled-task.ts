import { DiscoveryService } from '@nestjs/core';
import type { ScheduleSentence } from '../core/sentence';

/** When a task runs by itself: again and again with a pause from start to start, or each day at a time in `TIMEZONE`. */
export type Schedule =
  | { readonly everyMs: number }
  /** `HH:MM`, from `00:00` to `23:59`. */
  | { readonly dailyAt: string };

/** Work that is done at fixed times, and when an administrator asks for it. */
export interface ScheduledTask {
  /** Stable, in small letters with hyphens: `recheck-keys`. */
  readonly name: string;
  /** What it does, in one line for the dashboard. */
  readonly summary: string;
  /** By the settings in force; undefined while it is switched off. Asked every few seconds, so it does no work. */
  schedule(): Schedule | undefined;
  /**
   * Does the work, and says in a sentence what came of it. Of all processes on a database one runs it at a time.
   * A rejection is told to the administrator by its message.
   * @param signal aborts when the process stops, or when another one has taken the work over.
   */
  run(signal: AbortSignal): Promise<ScheduleSentence>;
}

/** Marks a provider class that implements `ScheduledTask`; the scheduler finds it, however it is made. */
export const Scheduled = DiscoveryService.createDecorator();
