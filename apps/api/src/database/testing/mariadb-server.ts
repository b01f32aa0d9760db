import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

/** A minute in attempts: the clock runs on while a machine is suspended. */
const START_ATTEMPTS = 1_200;
const START_PAUSE_MS = 50;

/** The directory of this jest run, made by `jest-run.setup.ts`; its end ends the server. */
const RUN_DIR_VARIABLE = 'GEMINI_BALANCE_TEST_RUN';

/** The name of the file with the server's process id, in the directory of the run. */
export const PID_FILE = 'mariadb.pid';

/** Whether a MariaDB server is installed on this machine. */
export function isMariadbInstalled(): boolean {
  return findProgram('mariadbd') !== undefined && findProgram('mariadb-install-db') !== undefined;
}

/** The socket of the run's one MariaDB server, which the first worker to ask for it starts. It listens on no port. */
export async function mariadbSocket(): Promise<string> {
  const dir = join(process.env[RUN_DIR_VARIABLE]!, 'mariadb');
  const socket = join(dir, 's.sock');
  if (claim(dir)) start(dir, socket);
  await untilMariadbAnswers(socket);
  return socket;
}

/** Making a directory succeeds for exactly one of several processes. */
function claim(dir: string): boolean {
  try {
    mkdirSync(dir);
    return true;
  } catch {
    return false;
  }
}

function start(dir: string, socket: string): void {
  installMariadb(dir);
  const server = spawnMariadb(dir, socket);
  server.unref();
  writeFileSync(join(process.env[RUN_DIR_VARIABLE]!, PID_FILE), String(server.pid));
}

/** Makes an empty database in `dir/data`. */
export function installMariadb(dir: string): void {
  const options = [
    '--no-defaults',
    `--datadir=${join(dir, 'data')}`,
    '--auth-root-authentication-method=normal',
  ];
  execFileSync(findProgram('mariadb-install-db')!, [...options, '--skip-test-db', ...asRoot()], {
    stdio: 'ignore',
  });
}

/** Starts a server on what `installMariadb` made. It listens on the socket alone, and knows `root` without a password. */
export function spawnMariadb(dir: string, socket: string): ChildProcess {
  return spawn(
    findProgram('mariadbd')!,
    [
      '--no-defaults',
      ...asRoot(),
      `--datadir=${join(dir, 'data')}`,
      '--skip-networking',
      `--socket=${socket}`,
      '--character-set-server=utf8mb4',
      // What is committed outlives a kill, though not the machine's end.
      '--innodb-flush-log-at-trx-commit=2',
    ],
    { stdio: 'ignore', detached: true },
  );
}

/** Resolves when a server answers at the socket. */
export async function untilMariadbAnswers(socket: string): Promise<void> {
  for (let attempt = 1; !(await answers(socket)); attempt++) {
    if (attempt >= START_ATTEMPTS) throw new Error(`MariaDB did not start at ${socket}.`);
    await setTimeout(START_PAUSE_MS);
  }
}

function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

async function answers(socket: string): Promise<boolean> {
  try {
    const connection = await createConnection({ socketPath: socket, user: 'root' });
    await connection.end();
    return true;
  } catch {
    return false;
  }
}

function findProgram(name: string): string | undefined {
  const places = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return places.map((place) => join(place, name)).find((path) => existsSync(path));
}
