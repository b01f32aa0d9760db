import { join } from 'node:path';
import type { LineSink } from '../../../logging/line-sink';
import { isDebugLine, type LogLines } from '../../../logging/log-lines';
import { RotatingFile } from '../../../logging/rotating-file';

const SIZE_MB = 10;
const KEPT = 5;
const FILES = 3;

/** Inside of `DATA_DIR`. */
export const LOG_FOLDER = 'logs';
/** What all files together may take. */
export const MOST_LOG_BYTES = FILES * (KEPT + 1) * SIZE_MB * 1024 * 1024;

/**
 * The log files in `DATA_DIR/logs`: `app.log` with what the process tells, `debug.log` with all of it while LOG_LEVEL is
 * DEBUG, `transactions.log` with a line per client request. Each begins anew at 10 MB; five earlier ones stay.
 */
export class LogFiles {
  readonly #app: RotatingFile;
  readonly #debug: RotatingFile;
  readonly #transactions: RotatingFile;
  readonly #stopListening: () => void;

  /** @param onFailure told of each failure to write; must not throw */
  constructor(
    dataDir: string,
    lines: LogLines,
    isDebug: () => boolean,
    onFailure: (failure: unknown) => void,
  ) {
    const file = (name: string): RotatingFile =>
      new RotatingFile({
        directory: join(dataDir, LOG_FOLDER),
        name,
        size: `${SIZE_MB}M`,
        kept: KEPT,
        onFailure,
      });
    this.#app = file('app.log');
    this.#debug = file('debug.log');
    this.#transactions = file('transactions.log');
    this.#stopListening = lines.onLine((line) => {
      if (!isDebugLine(line)) this.#app.write(line);
      if (isDebug()) this.#debug.write(line);
    });
  }

  get transactions(): LineSink {
    return this.#transactions;
  }

  /** The newest lines of a file, the oldest of them first. */
  newest(file: 'app' | 'debug' | 'transactions', count: number): Promise<string[]> {
    const files = { app: this.#app, debug: this.#debug, transactions: this.#transactions };
    return files[file].newest(count);
  }

  async close(): Promise<void> {
    this.#stopListening();
    await Promise.all([this.#app.close(), this.#debug.close(), this.#transactions.close()]);
  }
}
