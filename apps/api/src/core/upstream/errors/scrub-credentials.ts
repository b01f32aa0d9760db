const SHOWN = '[key]';

/** Everything that looks like a credential, with what stands before it kept in group 1. */
const PATTERNS: readonly RegExp[] = [
  /()AIza[\w-]{6,}/g,
  /()\bAQ\.[\w.-]{6,}/g,
  /()\bya29\.[\w.-]{6,}/g,
  /\b(api_key:)(?!\[key\])[^\s'"`,;)\]}]+/gi,
  /([?&]\$?(?:key|api_key|access_token)=)(?!\[key\])[^\s&'"`<>)\]}]+/gi,
  /\b(Bearer )[\w.~+/=-]{8,}/gi,
  /(:\/\/)[^\s/@]+(?=@)/g,
];

/** The same text with every credential in it replaced: upstream repeats keys in its error messages. */
export function scrubCredentials(text: string): string {
  return PATTERNS.reduce((scrubbed, pattern) => scrubbed.replace(pattern, `$1${SHOWN}`), text);
}

const MAX_DEPTH = 12;

/** The same JSON value with every string in it scrubbed; what lies deeper than any real error does is cut off. */
export function scrubJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubCredentials(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => scrubJson(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [scrubCredentials(name), scrubJson(item, depth + 1)]),
  );
}
