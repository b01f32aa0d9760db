import { resourceNameOf } from './resource-name';

/** Fields of a request that name a resource or give its address; Google reads both spellings. */
const NAMING_FIELDS =
  'fileUri|file_uri|cachedContent|cached_content|fileSearchStoreNames|file_search_store_names|fileName|file_name|uri';
/** Fields that hold an id, and what it is the id of. */
const ID_FIELDS: Readonly<Record<string, string>> = {
  previous_interaction_id: 'interactions',
  previousInteractionId: 'interactions',
  continuationToken: 'continuations',
  continuation_token: 'continuations',
};
const FIELDS = `${NAMING_FIELDS}|${Object.keys(ID_FIELDS).join('|')}`;

/** A field as it stands in JSON, or a letter of a name written as an escape. */
const HINT = new RegExp(`"(?:${FIELDS})"|\\\\u00[4-7]`);
const LETTER_ESCAPE = /\\u00[4-7]/;
const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
const MENTION = new RegExp(`(?<!\\\\)"(${FIELDS})"\\s*:\\s*(${TEXT}|\\[(?:\\s|,|${TEXT})*\\])`, 'g');
const EACH_TEXT = new RegExp(TEXT, 'g');

/** Looking at a body in pieces of this size never makes a string of all of it. */
const PIECE_BYTES = 64 * 1024;
const OVERLAP_BYTES = 64;
const QUOTE = 0x22;

/**
 * The names of the resources that a JSON body refers to, each once; docs/protocol-notes.md, "Affinity". Reads bytes, and
 * parses nothing unless the body hides letters in escapes. Empty for what is no JSON.
 */
export function resourceMentions(body: Buffer): string[] {
  if (!hasHint(body)) return [];
  const names = new Set<string>();
  for (const [, field = '', value = ''] of readable(body).matchAll(MENTION)) {
    for (const [text] of value.matchAll(EACH_TEXT)) {
      const name = nameIn(field, parsed(text));
      if (name !== undefined) names.add(name);
    }
  }
  return [...names];
}

/** Fields begin with a quote: what has none, such as megabytes of base64, is passed over. */
function hasHint(body: Buffer): boolean {
  for (let at = body.indexOf(QUOTE); at !== -1; at = body.indexOf(QUOTE, at + PIECE_BYTES)) {
    if (HINT.test(body.toString('latin1', at, at + PIECE_BYTES + OVERLAP_BYTES))) return true;
  }
  return false;
}

/** Names are ASCII, so that bytes may stand for characters; escapes are resolved where they could hide a field. */
function readable(body: Buffer): string {
  const text = body.toString('latin1');
  return LETTER_ESCAPE.test(text) ? (JSON.stringify(parsed(text)) ?? '') : text;
}

function nameIn(field: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return Object.hasOwn(ID_FIELDS, field) ? `${ID_FIELDS[field]}/${value}` : resourceNameOf(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
