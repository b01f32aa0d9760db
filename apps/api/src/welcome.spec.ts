import { Secret } from './core/secret';
import { SettingsStore } from './core/settings/settings-store';
import { welcome } from './welcome';

const settingsOf = (env: Record<string, string>) => new SettingsStore(env).current;

it.each([
  ['this machine where it listens everywhere', { HOST: '0.0.0.0', PORT: '9000' }, 'http://localhost:9000'],
  ['the address that it listens on', { HOST: '10.0.0.7', PORT: '9000' }, 'http://10.0.0.7:9000'],
  [
    'the address that clients reach it by',
    { PUBLIC_URL: 'https://ai.example.com' },
    'https://ai.example.com',
  ],
])('gives each client %s', (_, env, url) => {
  const text = welcome(settingsOf(env), { admin: undefined, client: undefined });
  expect(text).toContain(` ${url}/\n`);
  expect(text).toMatch(new RegExp(`OpenAI SDK +${url}/v1 `));
  expect(text).toMatch(new RegExp(`Anthropic SDK +${url} `));
  expect(text).toMatch(new RegExp(`Gemini SDK +${url} `));
});

it('shows tokens that were just made, and says so', () => {
  const text = welcome(settingsOf({}), { admin: new Secret('sk-admin'), client: new Secret('sk-client') });
  expect(text).toMatch(/shown this once.*sk-admin.*sk-client/s);
});

it('speaks of no tokens where none were made', () => {
  expect(welcome(settingsOf({}), { admin: undefined, client: undefined })).not.toContain('token');
});
