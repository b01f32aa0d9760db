import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';

const MAIN = join(__dirname, '../../../dist/main.js');
/** A minute in attempts: the clock runs on while a machine is suspended. */
const START_ATTEMPTS = 1_200;
const START_PAUSE_MS = 50;

/** The client token and the admin token of a gateway that a test has started. */
export const CLIENT_TOKEN = 'sk-test-client-token-0123456789';
export const ADMIN_TOKEN = 'sk-test-admin-token-0123456789';

/** The built server, running as a process of its own. */
export interface GatewayProcess {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything it has printed. */
  output(): string;
  /** Sends a signal and resolves with the exit code once the process has ended. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Starts again on the same data, with the same environment. */
  restart(): Promise<GatewayProcess>;
}

export type GatewayEnv = Readonly<Record<string, string>>;

/** Starts the built server and resolves when it answers `/health`. Data lie in a directory of their own. */
export async function startGateway(env: GatewayEnv, dataDir = newDataDir()): Promise<GatewayProcess> {
  if (env.PORT !== undefined) return startAt(Number(env.PORT), env, dataDir);
  for (;;) {
    try {
      return await startAt(await freePort(), env, dataDir);
    } catch (error) {
      // Somebody else, a client even, may have been given the port in the meantime.
      if (!(error as Error).message.includes('something else listens there')) throw error;
    }
  }
}

async function startAt(port: number, env: GatewayEnv, dataDir: string): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [MAIN], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      ALLOWED_TOKENS: CLIENT_TOKEN,
      AUTH_TOKEN: ADMIN_TOKEN,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (text: Buffer) => output.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => output.push(text.toString()));
  const url = `http://127.0.0.1:${port}`;
  await untilServing(child, url, () => output.join(''));

  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    url,
    port,
    dataDir,
    pid: child.pid!,
    output: () => output.join(''),
    stop,
    restart: async () => {
      await stop();
      return startGateway(env, dataDir);
    },
  };
}

/** Ends a gateway and removes its data. */
export async function discard(gateway: GatewayProcess | undefined): Promise<void> {
  if (gateway === undefined) return;
  await gateway.stop('SIGKILL');
  rmSync(gateway.dataDir, { recursive: true, force: true });
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'gemini-balance-test-'));
}

async function untilServing(child: ChildProcess, url: string, output: () => string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The gateway ended:\n${output()}`);
    const isServing = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (isServing) return;
    if (attempt >= START_ATTEMPTS) throw new Error(`The gateway does not serve:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, START_PAUSE_MS));
  }
}
