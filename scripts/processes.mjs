// Child processes: shown to the user or kept quiet, ended together with this process.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root, toolEnv } from './toolchain.mjs';

const isWindows = process.platform === 'win32';

/**
 * Starts a child and waits for it. SIGTERM and SIGINT are passed on to it.
 * @returns {Promise<{ code: number, output: string }>} `output` is empty unless `quiet` collected it.
 */
export async function run([command, ...args], { cwd = root, env = {}, quiet = false } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...toolEnv(), ...(quiet ? { NO_COLOR: '1' } : {}), ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: isWindows && command !== process.execPath,
  });
  const output = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));
  const stopForwarding = forwardSignals(child);
  const code = await ended(child);
  stopForwarding();
  return { code, output: Buffer.concat(output).toString() };
}

/** Says what is being done and how long it took: `Building … 4.2 s`. The child's output is left to the caller. */
export async function runStep(title, command, options = {}) {
  const startedAt = performance.now();
  process.stdout.write(`${title} … `);
  const result = await run(command, { ...options, quiet: true });
  process.stdout.write(`${result.code === 0 ? seconds(startedAt) : 'failed'}\n`);
  return result;
}

/** Seconds since a `performance.now()`: `4.2 s`. */
export function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

function ended(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

function forwardSignals(child) {
  const terminate = () => child.kill('SIGTERM');
  // A terminal sends Ctrl-C to the child as well; a second SIGINT would read as impatience.
  const interrupt = () => process.stdin.isTTY || child.kill('SIGINT');
  process.on('SIGTERM', terminate);
  process.on('SIGINT', interrupt);
  const watch = onOrphaned(terminate);
  return () => {
    process.off('SIGTERM', terminate);
    process.off('SIGINT', interrupt);
    clearInterval(watch);
  };
}

/**
 * Calls `react` once when the shell that npm runs scripts in is gone. npm passes its signals to that shell, which
 * dies of them without a word to what runs below it.
 */
function onOrphaned(react) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    react();
  }, 200);
  return watch.unref();
}
