import type { ScheduleDto, SentenceDto } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import { NotFoundError } from '../../core/gateway-error';
import { ConflictError } from '../../http/admin/admin-errors';
import type { ScheduledTask } from '../../scheduling/scheduled-task';
import type { LockedWork } from '../jobs/locks/locked-work';
import { nextRunMs } from './next-run';
import type { ScheduleRunEntity } from './schedule-run.entity';
import type { ScheduleRunRepository } from './schedule-run.repository';

const LONGEST_RESULT = 500;
const lockOf = (name: string): string => `schedule:${name}`;

/** What the schedules tell the operator's log. */
export interface ScheduleLog {
  ended(name: string, result: string): void;
  failed(name: string, failure: unknown): void;
}

/** Runs the scheduled tasks when they are due, or when an administrator wants it; one process at a time runs each. */
export class Schedules {
  readonly #stopping = new AbortController();
  readonly #running = new Map<string, Promise<void>>();

  constructor(
    private readonly tasks: () => readonly ScheduledTask[],
    private readonly runs: ScheduleRunRepository,
    private readonly locked: LockedWork,
    private readonly clock: Clock,
    private readonly timeZone: () => string,
    private readonly log: ScheduleLog,
  ) {}

  async list(): Promise<ScheduleDto[]> {
    const runs = await this.#runs();
    const held = await this.locked.held();
    return this.tasks()
      .map((task) => this.#toDto(task, runs.get(task.name)!, held.has(lockOf(task.name))))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Runs the tasks that are due, side by side; resolves when they are over. Rejects when the database is away. */
  async runDue(): Promise<void> {
    const runs = await this.#runs();
    const due = this.tasks().filter(
      (task) => this.#isDue(task, runs.get(task.name)!) && !this.#running.has(task.name),
    );
    await Promise.all(due.map((task) => this.#begin(task, false)));
  }

  /** Runs a task now; resolves when it is over. @throws NotFoundError, ConflictError while it runs already */
  async runNow(name: string): Promise<ScheduleDto> {
    const task = this.tasks().find((task) => task.name === name);
    if (task === undefined) throw new NotFoundError(`There is no scheduled task ${name}.`);
    const isHeld = (await this.locked.held()).has(lockOf(name));
    if (isHeld || this.#running.has(name)) throw new ConflictError('This task is running already.');
    await this.#begin(task, true);
    return (await this.list()).find((schedule) => schedule.name === name)!;
  }

  /** Lets what runs stop, and begins nothing more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running.values());
  }

  /** Never rejects. */
  #begin(task: ScheduledTask, isWanted: boolean): Promise<void> {
    const running = this.locked
      .run(lockOf(task.name), this.#stopping.signal, async (signal) => {
        // Another process may have done it since this one looked.
        const run = (await this.#runs()).get(task.name)!;
        if (isWanted || this.#isDue(task, run)) await this.#run(task, signal);
      })
      .then(
        () => undefined,
        (failure: unknown) => this.log.failed(task.name, failure),
      )
      .finally(() => this.#running.delete(task.name));
    this.#running.set(task.name, running);
    return running;
  }

  async #run(task: ScheduledTask, signal: AbortSignal): Promise<void> {
    await this.runs.update(task.name, { startedAtMs: this.clock.nowMs(), endedAtMs: null });
    const result = await this.#resultOf(task, signal);
    const endedAtMs = this.clock.nowMs();
    await this.runs.update(task.name, {
      endedAtMs,
      hasFailed: result.code === undefined,
      result: result.message.slice(0, LONGEST_RESULT),
      resultCode: result.code ?? null,
      resultValues: result.values ?? null,
    });
  }

  /** Never rejects: a failure has no code. */
  async #resultOf(
    task: ScheduledTask,
    signal: AbortSignal,
  ): Promise<Partial<SentenceDto> & { message: string }> {
    try {
      const result = await task.run(signal);
      this.log.ended(task.name, result.message);
      return result;
    } catch (failure) {
      this.log.failed(task.name, failure);
      return { message: failure instanceof Error ? failure.message : String(failure) };
    }
  }

  #runs(): Promise<ReadonlyMap<string, ScheduleRunEntity>> {
    return this.runs.of(
      this.tasks().map((task) => task.name),
      this.clock.nowMs(),
    );
  }

  #isDue(task: ScheduledTask, run: ScheduleRunEntity): boolean {
    const nextMs = this.#nextMs(task, run);
    return !this.#stopping.signal.aborted && nextMs !== undefined && nextMs <= this.clock.nowMs();
  }

  #nextMs(task: ScheduledTask, { startedAtMs, knownSinceMs }: ScheduleRunEntity): number | undefined {
    const schedule = task.schedule();
    return schedule && nextRunMs(schedule, startedAtMs ?? knownSinceMs, this.timeZone());
  }

  #toDto(task: ScheduledTask, run: ScheduleRunEntity, isRunning: boolean): ScheduleDto {
    const nextAtMs = this.#nextMs(task, run);
    return {
      name: task.name,
      summary: task.summary,
      ...task.schedule(),
      isRunning,
      ...(nextAtMs !== undefined && { nextAtMs }),
      ...(run.startedAtMs !== null && { lastStartedAtMs: run.startedAtMs }),
      ...(run.endedAtMs !== null && { lastEndedAtMs: run.endedAtMs, hasFailed: run.hasFailed }),
      ...(run.result !== null && { lastResult: run.result }),
      ...(run.resultCode !== null && {
        lastResultCode: run.resultCode,
        lastResultValues: run.resultValues ?? {},
      }),
    };
  }
}
