import type { ClientCall } from './recorded-calls';
import { pick } from './seeded-random';

type Random = () => number;
type Mutation = (call: ClientCall, random: Random) => ClientCall;

const ODD_VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    -1,
    0,
    1e300,
    '',
    [],
    {},
    [[]],
    [null],
    '\u0000',
    '\ud800',
    'x'.repeat(5_000),
    '../../etc/passwd',
  ],
  ...['{"error":{"code":503}}', 'data: [DONE]\r\n\r\n', { error: { code: 401 } }, '</script>', '%s%n', '💥'],
];
const ODD_HEADERS: readonly (readonly [string, string])[] = [
  ['content-type', 'text/plain'],
  ['content-type', 'multipart/form-data; boundary=x'],
  ['content-encoding', 'gzip'],
  ['accept', 'text/event-stream'],
  ['accept-encoding', 'br;q=0, *'],
  ['expect', '100-continue'],
  ['origin', 'https://elsewhere.example'],
  ['anthropic-version', '2023-06-01'],
  ['x-goog-user-project', 'projects/1'],
  ['cookie', 'a=b; c'],
  ['range', 'bytes=0-1'],
  ['x-forwarded-for', '127.0.0.1, , ::1'],
  ['x-odd', 'é'.repeat(100)],
];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE'];
const PREFIXES = ['/v1beta', '/v1', '/gemini/v1beta', '/gemini/v1', '//v1beta', '/v1alpha', '/v2', ''];
const VERBS = [
  'generateContent',
  'streamGenerateContent',
  'countTokens',
  'embedContent',
  'batchEmbedContents',
  'fly',
];
const QUERIES = [
  '?alt=sse',
  '?alt=json',
  '?key=',
  '?key=wrong',
  '?%',
  '?=&&=',
  '?pageSize=-1',
  '?$alt=sse&a=%zz',
];

const withBody =
  (change: (body: string, random: Random) => string): Mutation =>
  (call, random) =>
    call.body === undefined ? call : { ...call, body: change(call.body, random) };

const MUTATIONS: readonly Mutation[] = [
  withBody((body, random) => body.slice(0, Math.floor(random() * body.length))),
  withBody((body, random) => replacedAt(body, random, String.fromCharCode(Math.floor(random() * 300)))),
  withBody((body) => body + body),
  withBody(() => ''),
  withBody((body, random) => withOddValue(body, random)),
  withBody((body, random) => withOddValue(withOddValue(body, random), random)),
  withBody((body) => body.replace('{', '{"unknownField":{"a":[1]},')),
  withBody((body) => `${' '.repeat(2_000)}${body}\n\n`),
  withBody(() => `{"contents":${'['.repeat(20_000)}${']'.repeat(20_000)}}`),
  (call, random) => ({ ...call, method: pick(METHODS, random) }),
  (call, random) => ({ ...call, path: call.path.replace(/^\/v1/, pick(PREFIXES, random)) }),
  (call, random) => ({ ...call, path: call.path.replace(/:\w+/, `:${pick(VERBS, random)}`) }),
  (call, random) => ({ ...call, path: call.path.replace(/\?.*$/, '') + pick(QUERIES, random) }),
  (call, random) => ({
    ...call,
    path: replacedAt(call.path, random, pick(['%zz', '%00', '%2f', '?', '#', '..', ':'], random)),
  }),
  (call, random) => ({
    ...call,
    headers: { ...call.headers, ...Object.fromEntries([pick(ODD_HEADERS, random)]) },
  }),
  (call, random) => ({
    ...call,
    headers: { ...call.headers, 'x-goog-api-key': pick(['', 'wrong', 'x'.repeat(8_000)], random) },
  }),
];

/** The call with one thing about it that is odd. */
export function mutated(call: ClientCall, random: Random): ClientCall {
  return pick(MUTATIONS, random)(call, random);
}

function replacedAt(text: string, random: Random, by: string): string {
  const at = 1 + Math.floor(random() * (text.length - 1));
  return text.slice(0, at) + by + text.slice(at + 1);
}

/** The JSON with one of its values, anywhere in it, replaced or taken away. */
function withOddValue(json: string, random: Random): string {
  const root: unknown = JSON.parse(json);
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, name]);
      walk(value);
    }
  };
  walk(root);
  const [owner, name] = pick(places, random) ?? [];
  if (owner !== undefined && name !== undefined) {
    if (random() < 0.2 && !Array.isArray(owner)) delete owner[name];
    else owner[name] = pick(ODD_VALUES, random);
  }
  return JSON.stringify(root);
}
