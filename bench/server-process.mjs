// A server under test as a process of its own: pinned to a core, measured from outside.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';

const ticksPerSecond = 100;
const canPin = spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0;

/** The core of the server under test; load and upstream share the other. */
export const serverCore = 0;
export const loadCore = 1;

/** Moves this process, which makes the load, away from the server's core. */
export function pinSelf() {
  if (canPin) spawnSync('taskset', ['-acp', String(loadCore), String(process.pid)], { stdio: 'ignore' });
}

const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export class ServerProcess {
  #child;
  #output = '';

  /** @param {string[]} command @param {{ core: number, env?: Record<string, string>, cwd?: string }} options */
  constructor(command, { core, env = {}, cwd }) {
    const [program, ...args] = canPin ? ['taskset', '-c', String(core), ...command] : command;
    this.#child = spawn(program, args, {
      cwd,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const child = this.#child;
    running.add(child);
    child.once('exit', () => running.delete(child));
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', (chunk) => (this.#output = (this.#output + chunk).slice(-8_192)));
    }
  }

  /** Waits until `url` answers with any status below 500. */
  async ready(url, { withinMs = 20_000 } = {}) {
    const deadline = performance.now() + withinMs;
    while (performance.now() < deadline) {
      if (this.#child.exitCode !== null) throw new Error(`The server ended at start:\n${this.#output}`);
      const status = await fetch(url).then(
        (reply) => reply.arrayBuffer().then(() => reply.status),
        () => 0,
      );
      if (status > 0 && status < 500) return this;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`The server was not ready within ${withinMs} ms:\n${this.#output}`);
  }

  /** CPU time used so far by the process and its children that it still has, in microseconds. */
  cpuMicros() {
    return this.#pids().reduce((sum, pid) => sum + cpuTicks(pid), 0) * (1_000_000 / ticksPerSecond);
  }

  /** Resident memory, in bytes. */
  residentBytes() {
    return this.#pids().reduce((sum, pid) => sum + residentKilobytes(pid), 0) * 1_024;
  }

  async stop() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await exited;
    clearTimeout(timer);
  }

  #pids() {
    const { pid } = this.#child;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return [pid, ...children.split(' ').filter(Boolean).map(Number)];
  }
}

function cpuTicks(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function residentKilobytes(pid) {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
}
