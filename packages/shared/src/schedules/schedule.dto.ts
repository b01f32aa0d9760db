import type { SentenceValues } from '../sentences/sentence.dto.js';

/** Work that is done at fixed times, with its last run. */
export interface ScheduleDto {
  /** Names it in the REST: `recheck-keys`. */
  name: string;
  /** What it does, in one line. */
  summary: string;
  /** The pause from start to start; or the time of day in `TIMEZONE`, `HH:MM`. Neither while the settings switch it off. */
  everyMs?: number;
  dailyAt?: string;
  /** Whether a process on this database does it just now. */
  isRunning: boolean;
  /** When it is due next; absent while it is switched off. A time that has passed: any moment now. */
  nextAtMs?: number;
  lastStartedAtMs?: number;
  lastEndedAtMs?: number;
  /** Whether the last run failed; then `lastResult` says why. */
  hasFailed?: boolean;
  /** What came of the last run, in a sentence. */
  lastResult?: string;
  /** The same as a code with its values (`SCHEDULE_SENTENCES`); absent where the run failed. */
  lastResultCode?: string;
  lastResultValues?: SentenceValues;
}
