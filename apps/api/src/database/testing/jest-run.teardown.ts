import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PID_FILE } from './mariadb-server';

/** Ends the MariaDB server, where the run started one, and removes the directory of the run. */
export default function teardown(): void {
  const dir = process.env['GEMINI_BALANCE_TEST_RUN']!;
  const pidFile = join(dir, PID_FILE);
  if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL');
  rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
}
