import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { isMariadbInstalled } from '../../src/database/testing/mariadb-server';
import { newDataDir } from '../../test/support/processes/gateway-process';
import { MariadbProcess } from '../../test/support/processes/mariadb-process';
import { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { until } from '../../test/support/until';
import { aServedLoad, isServed, type ServedLoad } from './served-load';
import { type Store, stores } from './stores';

/** Longer than a statement waits for its turn. */
const TROUBLE_MS = 7_000;

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

describe.each(stores())('on %s', (_, start) => {
  let store: Store;
  beforeAll(async () => (store = await start()));
  afterAll(() => store?.discard());

  it('a database that another process has locked: clients are served, and nothing is lost', async () => {
    await serve(store.env);
    const unlock = await store.lock(rig.gateway.dataDir);
    await expect(changeSetting()).rejects.toThrow('database_unavailable');
    await passed(TROUBLE_MS);
    await unlock();
    await expectNothingLost();
    await changeSetting();
  });
});

const itOnMariadb = isMariadbInstalled() ? it : it.skip;

itOnMariadb.each([
  ['is stopped', 'SIGTERM'],
  ['is killed', 'SIGKILL'],
] as const)(
  'a database server that %s and comes back: clients are served, and nothing is lost',
  async (_, signal) => {
    const database = await MariadbProcess.start();
    try {
      await serve(database.env);
      await database.goAway(signal);
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
