import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { FaultRule } from '../faults/fault-rules';
import { DEMO_KEYS } from '../keys/demo-keys';
import type { KeyOptions } from '../keys/simulated-key';
import type { SimulatorOptions } from '../simulator-options';

export const USAGE = `gemini-simulator: a seeded stand-in for the Gemini API

  --port N             port to listen on (9100; 0 for any free one)
  --host ADDRESS       address to listen on (127.0.0.1)
  --seed N             decides answers, ids and chances (1)
  --keys WHAT          demo: a mixed pool, printed at start (the default) · any: every key is good
                       FILE: one key a line, or a JSON list of {key, project, health, tier, quotas}
  --models LIST        model ids, separated by commas (all that are alive)
  --events N           events of a streamed text (20)
  --event-delay-ms N   milliseconds between two events (30)
  --faults FILE        a JSON list of rules {when, times, do}
  --log                print each request
  --help               print this
`;

/** A mistake on the command line; the message is for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface CliOptions {
  readonly simulator: SimulatorOptions;
  readonly isHelp: boolean;
  readonly isLogging: boolean;
}

/** Throws a UsageError for arguments and files that cannot be understood. */
export function parseCliOptions(args: readonly string[]): CliOptions {
  const values = readArgs(args);
  const simulator: SimulatorOptions = {
    port: whole('port', values.port),
    host: values.host,
    seed: whole('seed', values.seed),
    keys: values.keys === 'any' ? 'any' : values.keys === 'demo' ? DEMO_KEYS : keysOf(read(values.keys)),
    models: values.models?.split(',').filter((id) => id !== ''),
    events: whole('events', values.events),
    eventDelayMs: whole('event-delay-ms', values['event-delay-ms']),
    faults: values.faults === undefined ? [] : (listOf(values.faults, read(values.faults)) as FaultRule[]),
    recordLimit: 100,
  };
  return { simulator, isHelp: values.help, isLogging: values.log };
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '9100' },
        host: { type: 'string', default: '127.0.0.1' },
        seed: { type: 'string', default: '1' },
        keys: { type: 'string', default: 'demo' },
        models: { type: 'string' },
        events: { type: 'string', default: '20' },
        'event-delay-ms': { type: 'string', default: '30' },
        faults: { type: 'string' },
        log: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function whole(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`--${name} takes a whole number, not "${text}"`);
  return Number(text);
}

function keysOf(text: string): (KeyOptions | string)[] {
  if (text.trimStart().startsWith('[')) return listOf('--keys', text) as (KeyOptions | string)[];
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function listOf(name: string, text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list as unknown[];
  } catch {
    // Told below, in words that name the file.
  }
  throw new UsageError(`${name} does not hold a JSON list`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read`);
  }
}
