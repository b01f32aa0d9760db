import pino, { type Logger } from 'pino';
import type { LineSink } from './line-sink';
import { PrettyStream } from './pretty-stream';
import { redact } from './redact';

/** What the loggers of this program are made of: structured fields first, then a sentence. */
export type AppLogger = Logger;

export interface LoggerOptions {
  /** A `LOG_LEVEL` in any case. */
  readonly level: string;
  /** Short lines for a reader at a terminal instead of JSON lines for a collector. */
  readonly isPretty: boolean;
  readonly sink: LineSink;
}

/** `LOG_LEVEL`, under the names of other logging systems too. */
const LEVELS: Readonly<Record<string, pino.LevelWithSilent>> = {
  trace: 'trace',
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  warning: 'warn',
  error: 'error',
  fatal: 'fatal',
  critical: 'fatal',
  silent: 'silent',
};

/** The pino level of a `LOG_LEVEL` in any case; `info` for one that is not known. */
export function toPinoLevel(level: string): pino.LevelWithSilent {
  return LEVELS[level.trim().toLowerCase()] ?? 'info';
}

/** A logger whose every line passes `redact` before it is written. */
export function createLogger({ level, isPretty, sink }: LoggerOptions): AppLogger {
  return pino(
    {
      level: toPinoLevel(level),
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: redact },
    },
    isPretty ? new PrettyStream(sink) : sink,
  );
}

/** The logger of the process: standard output, pretty where that is a terminal, and `copy`, which gets JSON lines. */
export function createProcessLogger(level: string, copy: LineSink): AppLogger {
  const stdout = pino.destination({ dest: 1, sync: true });
  const shown = process.stdout.isTTY === true ? new PrettyStream(stdout) : stdout;
  const write = (line: string): void => {
    shown.write(line);
    copy.write(line);
  };
  return createLogger({ level, isPretty: false, sink: { write } });
}
