import type { JobDto, KeyDto, KeyListDto, ScheduleDto, SettingsDto } from '@gemini-balance/shared';
import { simulatedKey } from '@gemini-balance/gemini-simulator';
import { isMariadbInstalled } from '../../src/database/testing/mariadb-server';
import { describeWhereInstalled } from '../support/processes/describe-where-installed';
import { ADMIN_TOKEN, type GatewayProcess, startGateway } from '../support/processes/gateway-process';
import { MariadbProcess } from '../support/processes/mariadb-process';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

const MARIADB = { name: 'MariaDB', isInstalled: isMariadbInstalled() };

describe('of two processes on one SQLite database', () =>
  followedChanges(async () => ({ env: {}, discard: async () => undefined })));

describeWhereInstalled(MARIADB, 'of two processes on one MariaDB database', () =>
  followedChanges(() => MariadbProcess.start()),
);

function followedChanges(startDatabase: () => Promise<Pick<MariadbProcess, 'env' | 'discard'>>): void {
  let database: Pick<MariadbProcess, 'env' | 'discard'>;
  let rig: GatewayRig;
  let other: GatewayProcess;

  beforeAll(async () => {
    database = await startDatabase();
    rig = await GatewayRig.start({ env: database.env });
    const env = { BASE_URL: `${rig.simulator.url}/v1beta`, ...database.env };
    other = await startGateway(env, rig.gateway.dataDir);
  });
  afterAll(async () => {
    await other?.stop('SIGKILL');
    await rig?.close();
    await database?.discard();
  });
  afterEach(() => rig.reset());

  async function send(
    { url }: GatewayProcess,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Response> {
    return fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  async function askOther<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await send(other, method, path, body);
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  /** Asks again until the answer is as wanted. */
  const eventually = <Answer>(
    ask: () => Promise<Answer>,
    isWanted: (answer: Answer) => boolean,
  ): Promise<Answer> =>
    until(async () => {
      const answer = await ask();
      return isWanted(answer) ? answer : undefined;
    });

  const keysHere = (): Promise<KeyDto[]> => rig.keys();
  const keysThere = async (): Promise<KeyDto[]> =>
    (await askOther<KeyListDto>('GET', '/api/keys?limit=500')).items.reverse();

  it('each sees what the other one adds, changes, finds out, lifts and deletes', async () => {
    const [, bad] = await rig.addKeys(2);
    const [first, second] = await eventually(keysThere, (keys) => keys.length === 2);
    await rig.admin('PATCH', `/api/keys/${first!.id}`, { note: 'from here', weight: 4 });
    await eventually(keysThere, ([key]) => key!.note === 'from here' && key!.weight === 4);
    await askOther('PATCH', `/api/keys/${first!.id}`, { isEnabled: false });
    await eventually(keysHere, ([key]) => key!.state === 'disabled');

    rig.simulator.on({ key: bad! }).fail('403-leaked-key');
    await askOther('POST', `/api/keys/${second!.id}/verify`);
    await eventually(keysHere, ([, key]) => key!.state === 'invalid' && key!.holds.length === 1);
    await rig.admin('POST', `/api/keys/${second!.id}/reset`);
    await eventually(keysThere, ([, key]) => key!.state === 'ready');

    expect((await send(other, 'DELETE', `/api/keys/${second!.id}`)).ok).toBe(true);
    await eventually(keysHere, (keys) => keys.length === 1);
  });

  it('one takes up the job of the other that was killed', async () => {
    const text = Array.from({ length: 40 }, (_, n) => simulatedKey(`taken-up-${n}`)).join('\n');
    await rig.admin('POST', '/api/keys/import', { text });
    await eventually(keysThere, (keys) => keys.length === 40);
    rig.simulator.on().do({ kind: 'latency', ms: 1_500 });
    const { id } = await rig.admin<JobDto>('POST', '/api/keys/jobs', { action: 'verify', filter: {} });
    const jobThere = () => askOther<JobDto>('GET', `/api/jobs/${id}`);
    await eventually(jobThere, (job) => job.state === 'running' && job.done > 0);
    await rig.gateway.stop('SIGKILL');
    rig.simulator.clearFaults();
    const over = await eventually(jobThere, (job) => job.endedAtMs !== undefined);
    expect(over).toMatchObject({ state: 'done', total: 40, done: 40 });
    rig.gateway = await rig.gateway.restart();
  });

  it('one tells what came of scheduled work in the other', async () => {
    await rig.addKeys(1);
    const ran = await rig.admin<ScheduleDto>('POST', '/api/schedules/recheck-keys/run');
    const { items } = await askOther<{ items: ScheduleDto[] }>('GET', '/api/schedules');
    const { lastResult, lastStartedAtMs } = items.find(({ name }) => name === 'recheck-keys')!;
    expect({ lastResult, lastStartedAtMs }).toEqual({
      lastResult: ran.lastResult,
      lastStartedAtMs: ran.lastStartedAtMs,
    });
  });

  describe('a setting', () => {
    const settingsThere = () => askOther<SettingsDto>('GET', '/api/settings');
    const retries = ({ settings }: SettingsDto): unknown =>
      settings.find(({ name }) => name === 'MAX_RETRIES')!.value;

    it('that is changed in one is changed in the other', async () => {
      const { revision } = await rig.admin<SettingsDto>('PATCH', '/api/settings', {
        set: { MAX_RETRIES: 7 },
      });
      const seen = await eventually(settingsThere, (settings) => retries(settings) === 7);
      expect(seen.revision).toBe(revision);
    });

    it('is changed by one of two administrators who change it at the same time', async () => {
      const { revision } = await rig.admin<SettingsDto>('GET', '/api/settings');
      await eventually(settingsThere, (settings) => settings.revision === revision);
      const change = { set: { MAX_RETRIES: 1 }, revision };
      const answers = await Promise.all(
        [rig.gateway, other].map((gateway) => send(gateway, 'PATCH', '/api/settings', change)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });
}
