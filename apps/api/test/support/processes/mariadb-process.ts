import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import {
  installMariadb,
  spawnMariadb,
  untilMariadbAnswers,
} from '../../../src/database/testing/mariadb-server';
import type { GatewayEnv } from './gateway-process';

const DATABASE = 'gateway';

/** A MariaDB server of a test's own, to be taken away and brought back. */
export class MariadbProcess {
  #server: ChildProcess | undefined;

  private constructor(
    private readonly dir: string,
    private readonly socket: string,
  ) {}

  static async start(): Promise<MariadbProcess> {
    const dir = mkdtempSync(join(tmpdir(), 'gb-db-'));
    installMariadb(dir);
    const server = new MariadbProcess(dir, join(dir, 's.sock'));
    await server.comeBack();
    const connection = await createConnection({ socketPath: server.socket, user: 'root' });
    await connection.query(`CREATE DATABASE ${DATABASE} CHARACTER SET utf8mb4`);
    await connection.end();
    return server;
  }

  /** What a gateway needs to use it. */
  get env(): GatewayEnv {
    return {
      DATABASE_TYPE: 'mysql',
      MYSQL_SOCKET: this.socket,
      MYSQL_USER: 'root',
      MYSQL_DATABASE: DATABASE,
    };
  }

  /** Stops it, or kills it; what it has taken is on the disk then. */
  async goAway(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const server = this.#server;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }

  async comeBack(): Promise<void> {
    this.#server = spawnMariadb(this.dir, this.socket);
    await untilMariadbAnswers(this.socket);
  }

  async discard(): Promise<void> {
    await this.goAway();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
