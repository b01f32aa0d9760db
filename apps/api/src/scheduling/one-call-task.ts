import type { ScheduleSentence } from '../core/sentence';
import { type Schedule, Scheduled, type ScheduledTask } from './scheduled-task';

/** A scheduled task that is a single call of something its module has anyway. */
@Scheduled()
export class OneCallTask implements ScheduledTask {
  /** @param run resolves with what came of it, in a sentence */
  constructor(
    readonly name: string,
    readonly summary: string,
    private readonly when: Schedule,
    readonly run: () => Promise<ScheduleSentence>,
  ) {}

  schedule(): Schedule {
    return this.when;
  }
}
