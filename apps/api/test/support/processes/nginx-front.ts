import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describeWhereInstalled } from './describe-where-installed';
import { freePort } from './free-port';

const REPOSITORY = join(__dirname, '../../../../..');
/** A minute in attempts: the clock runs on while a machine is suspended. */
const START_ATTEMPTS = 1_200;
const START_PAUSE_MS = 50;
/** Where systems put it besides the PATH of those who are not root. */
const PATH = ['/usr/sbin', '/usr/local/sbin', process.env.PATH ?? ''].join(delimiter);

/** Declares tests that need nginx. */
export function describeBehindNginx(name: string, tests: () => void): void {
  const isInstalled = PATH.split(delimiter).some((directory) => existsSync(join(directory, 'nginx')));
  describeWhereInstalled({ name: 'nginx', isInstalled }, name, tests);
}

/** nginx as the image of the dashboard runs it. */
export class NginxFront {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly runDir: string,
    private readonly printed: string[],
  ) {}

  /**
   * Starts what the image starts, with the dashboard that was built last.
   * @param apiPort where the api listens, or will
   * @param env what is set for the container
   */
  static async start(apiPort: number, env: Readonly<Record<string, string>> = {}): Promise<NginxFront> {
    const port = await freePort();
    const runDir = mkdtempSync(join(tmpdir(), 'gb-nginx-'));
    const child = spawn('sh', [join(REPOSITORY, 'docker/serve-dashboard.sh')], {
      env: {
        PATH,
        API_ADDRESS: `127.0.0.1:${apiPort}`,
        PORT: String(port),
        DASHBOARD: join(REPOSITORY, 'apps/admin/dist'),
        RUN_DIR: runDir,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => printed.push(text.toString()));
    const front = new NginxFront(`http://127.0.0.1:${port}`, child, runDir, printed);
    await front.#untilServing();
    return front;
  }

  /** Everything it has printed. */
  output(): string {
    return this.printed.join('');
  }

  /** The files that it has open or has left in its directory, but for its configuration and its process id. */
  writtenFiles(): string[] {
    return readdirSync(this.runDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('nginx.'))
      .map(({ name }) => name);
  }

  /** Asks it to finish, as a container is asked; resolves with its exit code. */
  async stop(signal: NodeJS.Signals = 'SIGQUIT'): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
    return this.child.exitCode;
  }

  async discard(): Promise<void> {
    await this.stop('SIGTERM');
    rmSync(this.runDir, { recursive: true, force: true });
  }

  async #untilServing(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      if (this.child.exitCode !== null) throw new Error(`nginx ended:\n${this.output()}`);
      if (attempt > START_ATTEMPTS) throw new Error(`nginx does not serve:\n${this.output()}`);
      const isServing = await fetch(`${this.url}/theme.js`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isServing) return;
      await new Promise((resolve) => setTimeout(resolve, START_PAUSE_MS));
    }
  }
}
