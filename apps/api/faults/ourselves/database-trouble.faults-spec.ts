import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { SqliteConnection } from '../../src/database/sqlite-connection';
import { isMariadbInstalled } from '../../src/database/testing/mariadb-server';
import { testDatabases } from '../../src/database/testing/test-databases';
import { newDataDir } from '../../test/support/processes/gateway-process';
import { MariadbProcess } from '../../test/support/processes/mariadb-process';
import { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { until } from '../../test/support/until';
import { aServedLoad, isServed, type ServedLoad } from './served-load';

/** Longer than a statement waits for its turn. */
const TROUBLE_MS = 7_000;

// Where no MariaDB is installed the summary says so.
testDatabases();

let rig: GatewayRig;
let load: ServedLoad;
let model: string;

afterEach(() => rig.close());

async function serve(env: Readonly<Record<string, string>> = {}): Promise<void> {
  rig = await GatewayRig.start({ env });
  await rig.addKeys(5);
  model = rig.freshModel();
  load = aServedLoad(rig, model, 4);
  await load.reached(20);
}

/** Clients were served all along, and what happened is in the log in the end. */
async function expectNothingLost(): Promise<void> {
  await load.reached(load.answers.length + 20);
  await load.stop();
  expect(load.answers.filter((answer) => !isServed(answer))).toEqual([]);
  await until(async () => ((await loggedRequests()) >= load.answers.length ? true : undefined));
  expect((await rig.keys()).map(({ inFlight }) => inFlight)).toEqual(Array(5).fill(0));
  expect(rig.gateway.output()).not.toMatch(/Unhandled|went past every guard/);
}

/** As many as the list holds on pages of two hundred. */
async function loggedRequests(): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const query = `limit=200&model=${model}${cursor === undefined ? '' : `&cursor=${cursor}`}`;
    const page = await rig
      .admin<{ items: object[]; nextCursor?: string }>('GET', `/api/logs/requests?${query}`)
      .catch(() => ({ items: [], nextCursor: undefined }));
    count += page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return count;
}

const changeSetting = (): Promise<unknown> =>
  rig.admin('PATCH', '/api/settings', { set: { MAX_RETRIES: 4 } });

it('a full disk: clients are served, the administrator is told, and the log goes on when there is room again', async () => {
  const mark = join(newDataDir(), 'disk-is-full');
  const preload = join(__dirname, 'full-disk.cjs');
  await serve({ NODE_OPTIONS: `--require ${preload}`, FULL_DISK_MARK: mark });
  writeFileSync(mark, '');
  await until(async () => (/SQLITE_FULL|is full/.test(rig.gateway.output()) ? true : undefined));
  await load.reached(load.answers.length + 100);
  rmSync(join(mark, '..'), { recursive: true });
  await expectNothingLost();
  await changeSetting();
});

it('a database that another process has locked: clients are served, and nothing is lost', async () => {
  await serve();
  const other = await SqliteConnection.open(join(rig.gateway.dataDir, 'default_db.db'));
  await other.run('BEGIN EXCLUSIVE');
  await expect(changeSetting()).rejects.toThrow('database_unavailable');
  await passed(TROUBLE_MS);
  await other.run('COMMIT');
  await other.close();
  await expectNothingLost();
  await changeSetting();
});

const itOnMariadb = isMariadbInstalled() ? it : it.skip;

itOnMariadb(
  'a database server that goes away and comes back: clients are served, and nothing is lost',
  async () => {
    const database = await MariadbProcess.start();
    try {
      await serve(database.env);
      await database.goAway();
      await expect(changeSetting()).rejects.toThrow('database_unavailable');
      await load.reached(load.answers.length + 100);
      await database.comeBack();
      await expectNothingLost();
      await changeSetting();
      await rig.close();
    } finally {
      await database.discard();
    }
  },
);
