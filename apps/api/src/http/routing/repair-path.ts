/** Endpoints of the dialects that are translated, below their version. The longest comes first where one begins another. */
const ENDPOINTS = [
  'chat/completions',
  'images/generations',
  'images/edits',
  'audio/speech',
  'audio/transcriptions',
  'audio/translations',
  'messages/count_tokens',
  'messages',
  'responses',
  'embeddings',
  'models',
];

/** Base paths that keep their meaning wherever in a path they stand. */
const FAMILIES = ['vertex-express', 'hf', 'openai', 'anthropic'];

const VERSION = /^v1(?:alpha|beta\d*)?$/;
const MODEL_CALL = /(?:^|\/)([^/]+:[a-z]+)$/i;

/**
 * What a client most likely meant by a path that leads nowhere: doubled or missing versions and prefixes, endpoints that the
 * SDK adds once more, capital letters, doubled slashes. Undefined where it cannot be told. Whether the path that comes out
 * leads anywhere is for the caller to see.
 */
export function repairedPath(path: string): string | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  const words = segments.map((segment) => segment.toLowerCase());
  const family = FAMILIES.find((name) => words.includes(name));
  const plain = segments.join('/');
  const call = MODEL_CALL.exec(plain.replace(/%3a/gi, ':'))?.[1];
  if (call !== undefined) return `${geminiBase(words, family)}/models/${call}`;
  const endpoint = endpointIn(words);
  if (endpoint === undefined) return undefined;
  const tail = segments.slice(endpoint.end).join('/');
  return `${family === undefined ? '' : `/${family}`}/v1/${endpoint.name}${tail === '' ? '' : `/${tail}`}`;
}

/** Whether what follows a known path is a call of its own, which nothing stands before in a path that is right. */
export function holdsCall(tail: string): boolean {
  const words = `/${tail.toLowerCase()}`;
  return (
    /\/models\/[^/]+(:|%3a)[a-z]+$/.test(words) ||
    ENDPOINTS.some((name) => name !== 'models' && words.endsWith(`/${name}`))
  );
}

/** Whether what follows a known path begins once more, which nothing does that upstream has. */
export function beginsWithVersion(tail: string): boolean {
  return VERSION.test(tail.toLowerCase().split('/', 1)[0]!);
}

function geminiBase(words: readonly string[], family: string | undefined): string {
  if (family === 'vertex-express') return '/vertex-express/v1beta';
  const version = words.find((word) => VERSION.test(word)) ?? 'v1beta';
  return `/${version}`;
}

/** The last endpoint in the path, and the index after it. What it is repeated after is left out. */
function endpointIn(words: readonly string[]): { name: string; end: number } | undefined {
  for (const name of ENDPOINTS) {
    const parts = name.split('/');
    for (let start = words.length - parts.length; start >= 0; start--) {
      if (parts.every((part, offset) => words[start + offset] === part))
        return { name, end: start + parts.length };
    }
  }
  return undefined;
}
