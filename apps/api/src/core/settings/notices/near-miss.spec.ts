import { nearestName } from './near-miss';

const names = ['API_KEYS', 'AUTH_TOKEN', 'ALLOWED_TOKENS', 'TIME_OUT', 'PROXIES', 'HOST', 'PORT'] as const;

it.each([
  ['a letter missing', 'API_KEY', 'API_KEYS'],
  ['a letter too many', 'AUTH_TOKENS', 'AUTH_TOKEN'],
  ['a separator left out', 'ALLOWEDTOKENS', 'ALLOWED_TOKENS'],
  ['two letters off in a long name', 'ALOWED_TOKEN', 'ALLOWED_TOKENS'],
  ['another name', 'DATABASE', undefined],
  ['a short name, which many resemble', 'HOME', undefined],
  ['two letters off in a name that is not long', 'PROXYS', undefined],
])('%s: %s', (_, written, expected) => expect(nearestName(written, names)).toBe(expected));
