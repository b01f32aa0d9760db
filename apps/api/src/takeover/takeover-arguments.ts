import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../core/start-error';

const USAGE = `Usage: npm run take-over -- <folder of the old installation, or its .env>

  --yes                do it; without it, only show what would be done
  --logs               take the logs over as well
  --time-zone <name>   of the machine that wrote them, as Asia/Shanghai; else TZ of the old .env, else UTC
  --set NAME=value     in place of what the old .env says; may stand several times`;

/** What the command line asks for. */
export interface TakeoverArguments {
  readonly envFile: string;
  readonly folder: string;
  readonly isConfirmed: boolean;
  readonly withLogs: boolean;
  readonly timeZone: string | undefined;
  readonly replaced: Readonly<Record<string, string>>;
}

/** @throws StartError with the usage */
export function readArguments(args: readonly string[], directory: string): TakeoverArguments {
  const { values, positionals } = parse(args);
  const [place, ...rest] = positionals;
  if (place === undefined || rest.length > 0) throw new StartError(USAGE);
  const path = resolve(directory, place);
  const envFile = isFolder(path) ? join(path, '.env') : path;
  if (values['time-zone'] !== undefined) checkTimeZone(values['time-zone']);
  return {
    envFile,
    folder: resolve(envFile, '..'),
    isConfirmed: values.yes === true,
    withLogs: values.logs === true,
    timeZone: values['time-zone'],
    replaced: Object.fromEntries((values.set ?? []).map(assignment)),
  };
}

function parse(args: readonly string[]): ReturnType<typeof parseTakeover> {
  try {
    return parseTakeover(args);
  } catch (cause) {
    throw new StartError(`${(cause as Error).message}\n\n${USAGE}`, { cause });
  }
}

function parseTakeover(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      yes: { type: 'boolean' },
      logs: { type: 'boolean' },
      'time-zone': { type: 'string' },
      set: { type: 'string', multiple: true },
    },
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function checkTimeZone(name: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch (cause) {
    throw new StartError(`There is no time zone ${name}.\n\n${USAGE}`, { cause });
  }
}

function assignment(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new StartError(`--set wants NAME=value.\n\n${USAGE}`);
  return [text.slice(0, at), text.slice(at + 1)];
}
