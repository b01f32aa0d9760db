import type { AuditLogDto, SettingsDto } from '@gemini-balance/shared';
import {
  ADMIN_TOKEN,
  discard,
  type GatewayProcess,
  startGateway,
} from '../support/processes/gateway-process';
import { until } from '../support/until';

let gateway: GatewayProcess;
beforeAll(async () => {
  gateway = await startGateway({ API_KEYS: 'AIzaSyTest-key-number-one-0000000000001' });
});
afterAll(async () => {
  await discard(gateway);
});

async function ask<Answer>(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; answer: Answer }> {
  const response = await fetch(`${gateway.url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const valueOf = ({ settings }: SettingsDto, name: string) =>
  settings.find((setting) => setting.name === name)!.value;

it('follows the log level without a restart', async () => {
  await ask('PATCH', '/settings', { set: { LOG_LEVEL: 'ERROR' } });
  expect(valueOf((await ask<SettingsDto>('GET', '/settings')).answer, 'LOG_LEVEL')).toBe('ERROR');
  await ask('DELETE', '/settings/LOG_LEVEL');
});

it('names nobody’s secrets, and keeps who changed what', async () => {
  const planted = 'planted-host-token-123456';
  await ask('PATCH', '/settings', { set: { SMMS_SECRET_TOKEN: planted } });
  const all = await ask<SettingsDto>('GET', '/settings');
  const audit = await until(async () => {
    const { answer } = await ask<AuditLogDto>('GET', '/audit?action=settings&subject=SMMS_SECRET_TOKEN');
    return answer.items[0];
  });
  expect(audit).toMatchObject({ action: 'settings.change', actor: 'token', details: { to: '[secret]' } });
  expect(JSON.stringify([all, audit])).not.toContain(planted);
  expect(JSON.stringify(all)).not.toContain(ADMIN_TOKEN);
});
