import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMariadbInstalled } from '../../src/database/testing/mariadb-server';
import { readCompose, withDefaults } from '../support/documents/compose-files';
import { describeWhereInstalled } from '../support/processes/describe-where-installed';
import {
  ADMIN_TOKEN,
  discard,
  type GatewayProcess,
  startGateway,
} from '../support/processes/gateway-process';
import { MariadbProcess } from '../support/processes/mariadb-process';

const { services } = readCompose('compose.yaml');
const IN_THE_CONTAINER = '/run/mysql-passwords';

let directory: string;
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'gb-passwords-'))));
afterEach(() => rmSync(directory, { recursive: true }));

/** Runs the one-time service of compose.yaml in a directory of the test's. */
function makePasswords(ofEnvFile = '') {
  const { entrypoint, command } = services['mysql-passwords']!;
  const [program, ...options] = entrypoint!;
  const script = withDefaults(command![0]!).replaceAll(IN_THE_CONTAINER, directory);
  execFileSync(program!, [...options, script], { env: { ...process.env, MYSQL_PASSWORD: ofEnvFile } });
  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  return { user: read('user'), root: read('root') };
}

describe('the passwords of the database', () => {
  it('are made at the first start, two that nobody can guess, and stay', () => {
    const first = makePasswords();
    expect(first.user).toMatch(/^[\w-]{32}$/);
    expect(first.root).toMatch(/^[\w-]{32}$/);
    expect(first.root).not.toBe(first.user);
    expect(makePasswords()).toEqual(first);
    expect(makePasswords('of-later')).toEqual(first);
  });

  it('are others elsewhere', () => {
    const { user } = makePasswords();
    rmSync(join(directory, 'user'));
    expect(makePasswords().user).not.toBe(user);
  });

  it('are that of .env for the gateway, where it is set before the first start', () => {
    expect(makePasswords('$tr"ong \'%s #').user).toBe('$tr"ong \'%s #');
  });
});

describeWhereInstalled({ name: 'MariaDB', isInstalled: isMariadbInstalled() }, 'the database', () => {
  let database: MariadbProcess;
  let gateway: GatewayProcess | undefined;
  beforeAll(async () => void (database = await MariadbProcess.start()));
  afterAll(async () => {
    if (gateway) await discard(gateway);
    await database?.discard();
  });

  /** Runs the health check of compose.yaml, through the socket where the container has a port. */
  function checkHealth(): void {
    const { healthcheck, environment } = services['gemini-balance-mysql']!;
    const socket = database.env['MYSQL_SOCKET']!;
    const check = withDefaults(healthcheck!.test[1]!)
      .replaceAll(IN_THE_CONTAINER, directory)
      .replace('--protocol=tcp --host=127.0.0.1', `--socket=${socket}`);
    const env = Object.entries(environment!).map(([name, value]) => [name, withDefaults(value)]);
    execFileSync('sh', ['-c', check], {
      env: {
        ...process.env,
        ...Object.fromEntries(env),
        ...{ MYSQL_DATABASE: database.env['MYSQL_DATABASE'] },
      },
      stdio: 'pipe',
    });
  }

  it('is well once the gateway may sign in, which it does with the password of the file', async () => {
    const { user } = makePasswords();
    const { MYSQL_USER } = services['api']!.environment!;
    expect(checkHealth).toThrow(/Access denied/);
    const name = withDefaults(MYSQL_USER!);
    const connection = await createConnection({ socketPath: database.env['MYSQL_SOCKET']!, user: 'root' });
    await connection.query(`CREATE USER '${name}'@'localhost' IDENTIFIED BY '${user}'`);
    await connection.query(`GRANT ALL ON ${database.env['MYSQL_DATABASE']}.* TO '${name}'@'localhost'`);
    await connection.end();
    checkHealth();

    const file = { MYSQL_PASSWORD_FILE: join(directory, 'user') };
    gateway = await startGateway({ ...database.env, MYSQL_USER: name, ...file });
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
    const keys = await fetch(`${gateway.url}/api/keys`, { headers });
    expect(await keys.json()).toMatchObject({ items: [] });
  });
});
