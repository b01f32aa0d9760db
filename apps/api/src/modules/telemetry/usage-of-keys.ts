import type { DataSource } from 'typeorm';
import type { UsageCounter } from './usage-counter';
import type { UsageWriter } from './usage-writer';

const HOUR_MS = 3_600_000;

/** What was sent with a key for one model. */
export interface KeyModelUse {
  readonly keyId: number;
  readonly model: string;
  /** Attempts that answered the client. */
  readonly successes: number;
  /** Attempts that did not. */
  readonly failures: number;
  readonly inputTokens: number;
  /** With those of thinking. */
  readonly outputTokens: number;
}

/** The same in an hour, or in less where the hour is not over. */
export interface KeyUse extends KeyModelUse {
  readonly hourMs: number;
}

/** What uses are told apart by, beside the key. */
interface Apart {
  readonly hours: boolean;
  readonly models: boolean;
}

type UseRow = Record<keyof KeyUse, number | string>;

const SUMS = `SUM(successes) AS successes, SUM(failedAttempts) AS failures, SUM(inputTokens) AS inputTokens,
  SUM(outputTokens) + SUM(thinkingTokens) AS outputTokens`;
/** The sums of a pending row, in the order of the rollup. */
const [SUCCESSES, FAILED_ATTEMPTS, INPUT, OUTPUT, THINKING] = [0, 2, 3, 5, 6];

/** Reads what was sent with keys, stored or not. */
export class UsageOfKeys {
  constructor(
    private readonly dataSource: DataSource,
    private readonly counter: Pick<UsageCounter, 'usage'>,
    private readonly writer: Pick<UsageWriter, 'whileQuiet'>,
  ) {}

  /** Everything since the hour of `sinceMs`, of these keys, by hour and model. */
  of(keyIds: readonly number[], sinceMs: number, nowMs: number): Promise<KeyUse[]> {
    return this.#ofKeys(keyIds, { hours: true, models: true }, sinceMs, nowMs);
  }

  /** The same by model alone; a key and model may come several times, to be added up. */
  byModel(keyIds: readonly number[], sinceMs: number, nowMs: number): Promise<KeyModelUse[]> {
    return this.#ofKeys(keyIds, { hours: false, models: true }, sinceMs, nowMs);
  }

  /** How many attempts each key has had since the hour of `sinceMs`; keys without any are absent. */
  async attemptsSince(sinceMs: number, nowMs: number): Promise<ReadonlyMap<number, number>> {
    const apart = { hours: false, models: false };
    const uses = await this.#read('keyId > 0', [], undefined, apart, sinceMs, nowMs);
    const attempts = new Map<number, number>();
    for (const { keyId, successes, failures } of uses)
      attempts.set(keyId, (attempts.get(keyId) ?? 0) + successes + failures);
    return attempts;
  }

  #ofKeys(keyIds: readonly number[], apart: Apart, sinceMs: number, nowMs: number): Promise<KeyUse[]> {
    if (keyIds.length === 0) return Promise.resolve([]);
    const places = keyIds.map(() => '?').join(', ');
    return this.#read(`keyId IN (${places})`, keyIds, new Set(keyIds), apart, sinceMs, nowMs);
  }

  #read(
    condition: string,
    parameters: readonly number[],
    only: ReadonlySet<number> | undefined,
    { hours, models }: Apart,
    sinceMs: number,
    nowMs: number,
  ): Promise<KeyUse[]> {
    const fromMs = toHour(sinceMs);
    // An hour is summed up soon after it has ended; until then its minutes are read.
    const minutesFromMs = Math.max(fromMs, toHour(nowMs) - HOUR_MS);
    const subject = models ? 'keyId, model' : 'keyId';
    const select = (table: string, time: string, hour: string) =>
      `SELECT ${hours ? hour : `MIN(${hour})`} AS hourMs, ${subject}, ${SUMS} FROM ${table}
       WHERE ${condition} AND ${time} >= ? AND ${time} < ? GROUP BY ${hours ? `${hour}, ` : ''}${subject}`;
    return this.writer.whileQuiet(async () => {
      const past = await this.dataSource.query<UseRow[]>(select('usage_hours', 'hourMs', 'hourMs'), [
        ...parameters,
        fromMs,
        minutesFromMs,
      ]);
      const recent = await this.dataSource.query<UseRow[]>(
        select('usage_minutes', 'minuteMs', `minuteMs - minuteMs % ${HOUR_MS}`),
        [...parameters, minutesFromMs, nowMs + HOUR_MS],
      );
      return [...[...past, ...recent].map(toUse), ...this.#pending(only, fromMs)];
    });
  }

  *#pending(only: ReadonlySet<number> | undefined, fromMs: number): Generator<KeyUse> {
    for (const { subject, sums } of this.counter.usage.rows()) {
      const [minuteMs, keyId, model] = subject as [number, number, string];
      if (minuteMs < fromMs || keyId === 0 || (only !== undefined && !only.has(keyId))) continue;
      yield {
        keyId,
        hourMs: toHour(minuteMs),
        model,
        successes: sums[SUCCESSES]!,
        failures: sums[FAILED_ATTEMPTS]!,
        inputTokens: sums[INPUT]!,
        outputTokens: sums[OUTPUT]! + sums[THINKING]!,
      };
    }
  }
}

/** MySQL hands sums out as text. */
function toUse(row: UseRow): KeyUse {
  return {
    keyId: Number(row.keyId),
    hourMs: Number(row.hourMs),
    model: String(row.model ?? ''),
    successes: Number(row.successes),
    failures: Number(row.failures),
    inputTokens: Number(row.inputTokens),
    outputTokens: Number(row.outputTokens),
  };
}

function toHour(timeMs: number): number {
  return timeMs - (timeMs % HOUR_MS);
}
