import type { AuditLogDto, SettingsDto } from '@gemini-balance/shared';
import {
  ADMIN_TOKEN,
  discard,
  type GatewayProcess,
  startGateway,
} from '../support/processes/gateway-process';
import { until } from '../support/until';

let first: GatewayProcess;
let second: GatewayProcess;
beforeAll(async () => {
  first = await startGateway({ API_KEYS: 'AIzaSyTest-key-number-one-0000000000001' });
  second = await startGateway({ API_KEYS: 'AIzaSyTest-key-number-one-0000000000001' }, first.dataDir);
});
afterAll(async () => {
  await second?.stop('SIGKILL');
  await discard(first);
});

async function ask<Answer>(
  { url }: GatewayProcess,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; answer: Answer }> {
  const response = await fetch(`${url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const valueOf = ({ settings }: SettingsDto, name: string) =>
  settings.find((setting) => setting.name === name)!.value;

it('changes a setting at once, also in another process on the same database', async () => {
  const { status } = await ask(first, 'PATCH', '/settings', { set: { MAX_RETRIES: 7 } });
  expect(status).toBe(200);
  const seen = await until(async () => {
    const { answer } = await ask<SettingsDto>(second, 'GET', '/settings');
    return valueOf(answer, 'MAX_RETRIES') === 7 ? answer : undefined;
  });
  expect(seen.revision).toBe(1);
});

it('lets one of two administrators win who change something at the same time', async () => {
  const { answer } = await ask<SettingsDto>(first, 'GET', '/settings');
  const change = { set: { MAX_RETRIES: 1 }, revision: answer.revision };
  const answers = await Promise.all(
    [first, second].map((gateway) => ask(gateway, 'PATCH', '/settings', change)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('follows the log level without a restart', async () => {
  await ask(first, 'PATCH', '/settings', { set: { LOG_LEVEL: 'ERROR' } });
  expect(valueOf((await ask<SettingsDto>(first, 'GET', '/settings')).answer, 'LOG_LEVEL')).toBe('ERROR');
  await ask(first, 'DELETE', '/settings/LOG_LEVEL');
});

it('names nobody’s secrets, and keeps who changed what', async () => {
  const planted = 'planted-host-token-123456';
  await ask(first, 'PATCH', '/settings', { set: { SMMS_SECRET_TOKEN: planted } });
  const all = await ask<SettingsDto>(first, 'GET', '/settings');
  const audit = await until(async () => {
    const { answer } = await ask<AuditLogDto>(
      first,
      'GET',
      '/audit?action=settings&subject=SMMS_SECRET_TOKEN',
    );
    return answer.items[0];
  });
  expect(audit).toMatchObject({ action: 'settings.change', actor: 'token', details: { to: '[secret]' } });
  expect(JSON.stringify([all, audit])).not.toContain(planted);
  expect(JSON.stringify(all)).not.toContain(ADMIN_TOKEN);
});
