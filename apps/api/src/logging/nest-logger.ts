import type { LoggerService } from '@nestjs/common';
import type { AppLogger } from './logger';

/** What Nest tells of its own assembly at every start. */
const ASSEMBLY = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);
/** Report an error that stops the start, which the process itself prints. */
const START_FAILURES = new Set(['ExceptionHandler', 'NestApplication']);

type Line = 'debug' | 'error' | 'fatal' | 'info' | 'trace' | 'warn';

/**
 * Carries Nest's log calls to the one logger. An object before the message becomes fields: `logger.warn({ keyId }, 'key rests')`
 * as well as `logger.warn('text')`; an error keeps its stack.
 */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: AppLogger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.#write(ASSEMBLY.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    if (!START_FAILURES.has(String(rest.at(-1)))) this.#write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest);
  }

  /** The level belongs to `LOG_LEVEL` alone. */
  setLogLevels(): void {}

  /** Nest hands its context over as the last argument, and for errors a stack as text before it. */
  #write(line: Line, message: unknown, rest: readonly unknown[]): void {
    if (!this.logger.isLevelEnabled(line)) return;
    const texts = rest.filter((value): value is string => typeof value === 'string');
    const stack = texts.find((text) => /\n\s+at /.test(text));
    const words = texts.filter((text) => text !== stack);
    const cause = [message, ...rest].find((value): value is Error => value instanceof Error);
    const context = words.at(-1);
    const fields = {
      ...(context !== undefined && { context }),
      ...(isFields(message) && message),
      ...(cause ? { err: cause } : stack !== undefined && { err: { stack } }),
    };
    this.logger[line](fields, toText(message, words));
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Error);
}

function toText(message: unknown, words: readonly string[]): string | undefined {
  if (message instanceof Error) return message.message;
  if (!isFields(message)) return String(message);
  return words.length > 1 ? words[0] : undefined;
}
