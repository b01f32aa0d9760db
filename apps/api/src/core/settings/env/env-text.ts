const QUOTED = /^(?:"((?:\\.|[^"\\])*)"|'([^']*)')\s*(?:#.*)?$/s;

/**
 * What an environment variable means, with the quotes and the comment that `docker --env-file` leaves in place.
 * - `"a b" # note` and `'a b' # note` are `a b`; in double quotes `\"`, `\\` and `\n` are escapes.
 * - Outside quotes, ` #` begins a comment; a `#` without a blank before it belongs to the value.
 * - In a JSON list or object, quotes protect a `#` too.
 */
export function readEnvText(raw: string): string {
  const text = raw.trim();
  const [, doubleQuoted, singleQuoted] = QUOTED.exec(text) ?? [];
  if (doubleQuoted !== undefined) return unescapeText(doubleQuoted).trim();
  if (singleQuoted !== undefined) return singleQuoted.trim();
  if (text.startsWith('[') || text.startsWith('{')) return cutComment(text);
  return raw.replace(/\s#.*$/s, '').trim();
}

function unescapeText(text: string): string {
  return text.replace(/\\(["\\n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}

/** JSON text up to the first ` #` outside its quotes. */
function cutComment(text: string): string {
  const quotedOrComment = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\s#/gs;
  for (const match of text.matchAll(quotedOrComment)) {
    if (/^\s#$/.test(match[0])) return text.slice(0, match.index).trim();
  }
  return text;
}

/** A JSON value, also when it is written with single quotes; undefined when it is neither. */
export function readJsonText(text: string): unknown {
  return parseJson(text) ?? parseJson(text.replaceAll("'", '"'));
}

/**
 * A list written as JSON, or with commas or lines, with or without brackets and quotes around the items.
 * Returns what the JSON says where it is no list, and undefined for a list that is not closed.
 */
export function readListText(text: string): unknown {
  const bare = /^(["'])(\[.*\])\1$/s.exec(text)?.[2] ?? text;
  if (/^[[{]/.test(bare)) {
    const json = readJsonText(bare);
    if (json !== undefined) return json;
    if (!/^\[.*\]$/s.test(bare)) return undefined;
  }
  return bare
    .replace(/^\[(.*)\]$/s, '$1')
    .split(/\s*[,\n]\s*/)
    .map((item) => item.trim().replace(/^(["'])(.*)\1$/s, '$2'));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
