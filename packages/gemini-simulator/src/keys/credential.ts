import type { IncomingHttpHeaders } from 'node:http';
import { errorFixture } from '../fixtures/load-fixtures';
import { fixtureReply, type ApiReply } from '../wire/api-reply';
import { refusedByHealth, unknownKey } from './key-health';
import type { KeyRing } from './key-ring';
import type { SimulatedKey } from './simulated-key';

/** The API key that a request shows, in the order upstream looks; undefined without one. */
export function shownKey(headers: IncomingHttpHeaders, query: URLSearchParams): string | undefined {
  const header = headers['x-goog-api-key'];
  return (Array.isArray(header) ? header[0] : header) ?? query.get('key') ?? undefined;
}

/** The key that may go on, or upstream's refusal. */
export function authenticate(
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
  ring: KeyRing,
): SimulatedKey | ApiReply {
  const shown = [
    headers['x-goog-api-key'],
    ...query.getAll('key'),
    ...query.getAll('$key'),
    ...query.getAll('access_token'),
    headers.authorization,
  ];
  const credentials = shown.filter((credential) => credential !== undefined);
  if (credentials.length > 1) return refuse('400-multiple-credentials');
  if (credentials.length === 0) return refuse('401-credentials-missing');
  const key = shownKey(headers, query);
  if (key === undefined) return refuse('401-access-token-type-unsupported');
  const known = ring.find(key);
  if (!known) return unknownKey();
  return refusedByHealth(known) ?? known;
}

function refuse(name: string): ApiReply {
  return fixtureReply(errorFixture(name));
}
