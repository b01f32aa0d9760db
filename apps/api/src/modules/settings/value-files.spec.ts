import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveSettings } from '../../core/settings/resolve';
import { StartError } from '../../core/start-error';
import { loadEnv } from './load-env';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gb-value-files-'));
  writeFileSync(join(directory, 'password'), 'a "b" \\c #d\n');
});
afterEach(() => rmSync(directory, { recursive: true }));

function settingsOf(env: Record<string, string>) {
  return resolveSettings(loadEnv(env, directory), new Map()).settings;
}

it('takes the value of a setting from the file that NAME_FILE names, as it stands there', () => {
  const { MYSQL_PASSWORD } = settingsOf({ MYSQL_PASSWORD_FILE: join(directory, 'password') });
  expect(MYSQL_PASSWORD?.reveal()).toBe('a "b" \\c #d');
});

it('prefers the file to a value that is given beside it', () => {
  const { MYSQL_PASSWORD } = settingsOf({ MYSQL_PASSWORD: 'other', MYSQL_PASSWORD_FILE: 'password' });
  expect(MYSQL_PASSWORD?.reveal()).toBe('a "b" \\c #d');
});

it.each([
  ['JSON', '["sk-one-token", "sk-two-token"]\n'],
  ['commas', 'sk-one-token,sk-two-token'],
  ['one item to a line', 'sk-one-token\nsk-two-token\n'],
])('reads lists from files as from the environment: %s', (_, text) => {
  writeFileSync(join(directory, 'tokens'), text);
  expect(settingsOf({ ALLOWED_TOKENS_FILE: 'tokens' }).ALLOWED_TOKENS.map((token) => token.reveal())).toEqual(
    ['sk-one-token', 'sk-two-token'],
  );
});

it('follows names that stand in the .env file', () => {
  writeFileSync(join(directory, '.env'), 'PORT_FILE=port\n');
  writeFileSync(join(directory, 'port'), '8123');
  expect(settingsOf({}).PORT).toBe(8123);
});

it('stops the start for a file that is not there, and names both', () => {
  const load = () => loadEnv({ AUTH_TOKEN_FILE: 'missing' }, directory);
  expect(load).toThrow(StartError);
  expect(load).toThrow(/^AUTH_TOKEN_FILE: .*missing cannot be read/);
});
