import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../../apps/api/dist/main.js', import.meta.url));
const pollMs = 100;
const readyWithinMs = 30_000;

export interface GatewayOptions {
  readonly port: number;
  readonly upstreamUrl: string;
  readonly keys: readonly string[];
  readonly clientToken: string;
  readonly adminToken: string;
}

/** The built gateway as a process of its own, on data that it leaves behind nowhere. Bound to this machine: its tokens are known. */
export class GatewayProcess {
  readonly url: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'gemini-balance-demo-'));
  readonly #child: ChildProcess;

  constructor(options: GatewayOptions) {
    this.url = `http://localhost:${options.port}`;
    this.#child = spawn(process.execPath, [program], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PORT: String(options.port),
        HOST: '127.0.0.1',
        DATA_DIR: this.#folder,
        BASE_URL: options.upstreamUrl,
        API_KEYS: options.keys.join(','),
        ALLOWED_TOKENS: options.clientToken,
        AUTH_TOKEN: options.adminToken,
        LOG_LEVEL: 'error',
      },
    });
  }

  /** Resolves once the gateway is healthy; rejects when it ends or takes too long. */
  async ready(): Promise<void> {
    const deadline = Date.now() + readyWithinMs;
    while (Date.now() < deadline) {
      if (this.#child.exitCode !== null)
        throw new Error(`The gateway ended with exit code ${this.#child.exitCode}.`);
      const isHealthy = await fetch(`${this.url}/health`).then(
        (reply) => reply.ok,
        () => false,
      );
      if (isHealthy) return;
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
    throw new Error('The gateway was not ready in time.');
  }

  /** Resolves with its exit code. */
  async ended(): Promise<number> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
    rmSync(this.#folder, { recursive: true, force: true });
    return this.#child.exitCode ?? 1;
  }

  /** Lets open replies finish; does nothing where the gateway has ended. */
  async stop(): Promise<void> {
    if (!this.#child.killed) this.#child.kill('SIGTERM');
    await this.ended();
  }
}
