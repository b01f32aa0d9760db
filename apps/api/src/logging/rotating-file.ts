import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { LineSink } from './line-sink';
import { openRotating } from './open-rotating';

const FLUSH_MS = 200;
/** What may wait for a slow disk. Beyond it lines are dropped. */
const MOST_WAITING = 4 * 1024 * 1024;
/** A disk that is full may have room again. */
const REOPEN_MS = 10_000;

export interface RotationOptions {
  readonly directory: string;
  readonly name: string;
  /** `10M`. */
  readonly size: string;
  /** How many files of earlier lines stay, as `app.log.1` and so on. */
  readonly kept: number;
  /** Told of each failure to write; must not throw. */
  readonly onFailure: (failure: unknown) => void;
}

/** A log file that begins anew when it has grown. Lines are gathered for a moment, so that writing one costs nearly nothing. */
export class RotatingFile implements LineSink {
  #stream: Writable | undefined;
  #waiting = '';
  #timer: NodeJS.Timeout | undefined;
  #notBeforeMs = 0;

  constructor(private readonly options: RotationOptions) {}

  get path(): string {
    return join(this.options.directory, this.options.name);
  }

  write(line: string): void {
    if (this.#waiting.length > MOST_WAITING) return;
    this.#waiting += line;
    this.#timer ??= setTimeout(() => this.#pass(), FLUSH_MS).unref();
  }

  /** Resolves when what was written by now is in the file, or could not be written. */
  flush(): Promise<void> {
    const stream = this.#pass();
    return new Promise((resolve) => {
      if (stream === undefined || stream.destroyed) return resolve();
      stream.write('', () => resolve());
    });
  }

  async close(): Promise<void> {
    await this.flush();
    this.#stream?.end();
    this.#stream = undefined;
  }

  /** The newest lines, the oldest of them first, without their line feeds. */
  async newest(count: number): Promise<string[]> {
    await this.flush();
    const lines = await lastLines(this.path, count);
    if (lines.length >= count) return lines;
    return [...(await lastLines(`${this.path}.1`, count - lines.length)), ...lines];
  }

  #pass(): Writable | undefined {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting === '') return this.#stream;
    if (this.#stream !== undefined && this.#stream.writableLength > MOST_WAITING) return this.#stream;
    const stream = this.#open();
    stream?.write(this.#waiting);
    this.#waiting = '';
    return stream;
  }

  #open(): Writable | undefined {
    if (this.#stream !== undefined) return this.#stream;
    if (performance.now() < this.#notBeforeMs) return undefined;
    const { directory, name, size, kept } = this.options;
    try {
      mkdirSync(directory, { recursive: true });
      const toName = (index: number | Date | null): string => (index ? `${name}.${Number(index)}` : name);
      this.#stream = openRotating(toName, { path: directory, size, rotate: kept });
      this.#stream.on('error', (failure) => this.#fail(failure));
      this.#stream.on('warning', (failure) => this.options.onFailure(failure));
      return this.#stream;
    } catch (failure) {
      this.#fail(failure);
      return undefined;
    }
  }

  #fail(failure: unknown): void {
    this.#stream = undefined;
    this.#notBeforeMs = performance.now() + REOPEN_MS;
    this.options.onFailure(failure);
  }
}

const CHUNK_BYTES = 64 * 1024;

/** The last lines of a file, read from its end; none where there is no file. */
async function lastLines(path: string, count: number): Promise<string[]> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return [];
  try {
    let { size: end } = await file.stat();
    let text = Buffer.alloc(0);
    let lines = 0;
    while (end > 0 && lines <= count) {
      const start = Math.max(0, end - CHUNK_BYTES);
      const chunk = Buffer.alloc(end - start);
      await file.read(chunk, 0, chunk.length, start);
      for (const byte of chunk) if (byte === 10) lines += 1;
      text = Buffer.concat([chunk, text]);
      end = start;
    }
    return text.toString('utf8').split('\n').filter(Boolean).slice(-count);
  } finally {
    await file.close();
  }
}
