import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { createRequire } from 'node:module';
import { loadTool } from '../load/closed-loop.mjs';

const require = createRequire(import.meta.url);

/** One line: processor, memory, kernel and the versions that figures depend on. */
export function machine() {
  const [cpu] = cpus();
  const gibibytes = Math.round(totalmem() / 1_073_741_824);
  const undici = require('undici/package.json').version;
  return `${cpus().length} × ${cpu.model.trim()}, ${gibibytes} GiB, Linux ${release()}, Node ${process.version}, undici ${undici}, load by ${loadTool}`;
}

/** The commit that was measured. */
export function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
