import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

const START_TIMEOUT_MS = 60_000;

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
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!(await answers(socket))) {
    if (performance.now() > deadline) throw new Error(`MariaDB did not start; see ${dir}/data/*.err`);
    await setTimeout(50);
  }
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
  const data = join(dir, 'data');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const install = [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...asRoot,
  ];
  execFileSync(findProgram('mariadb-install-db')!, install, { stdio: 'ignore' });
  const server: ChildProcess = spawn(
    findProgram('mariadbd')!,
    [
      '--no-defaults',
      ...asRoot,
      `--datadir=${data}`,
      '--skip-networking',
      `--socket=${socket}`,
      '--character-set-server=utf8mb4',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { stdio: 'ignore', detached: true },
  );
  server.unref();
  writeFileSync(join(process.env[RUN_DIR_VARIABLE]!, PID_FILE), String(server.pid));
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
