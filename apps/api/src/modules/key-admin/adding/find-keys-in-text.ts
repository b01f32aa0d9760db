import { MAX_SECRET_LENGTH } from '../../keys/add-keys';

/** A key, or what looks like a part of one, as it stands in a text. */
export interface KeyInText {
  readonly secret: string;
  /** From 1. */
  readonly line: number;
  /** False for what looks like a key and is too short or too long to be one. */
  readonly isWellFormed: boolean;
}

/** Standard keys begin with `AIza` and have 39 characters; auth keys begin with `AQ.`, followed by about 50 or more. Bounded, because the stack is. */
const BY_FORM = /AIza[\w-]{2,1000}|AQ\.[\w.-]{8,1000}/g;
const STANDARD_LENGTH = 39;
const AUTH_MIN_LENGTH = 43;

/** A line that holds one long word with a digit and nothing else: a key of a form not known yet. */
const ALONE = /^[\s[\]"',;-]*((?=[\w.-]*\d)[A-Za-z][\w.-]{19,})[\s[\]"',;]*$/;
const LONGEST_LINE_OF_ONE_KEY = MAX_SECRET_LENGTH + 100;

/** What the gateway's own tokens begin with; those are given to clients and are no upstream keys. */
const CLIENT_TOKEN = 'sk-';

/**
 * Finds upstream keys in pasted text, in order and with repetitions: lists by comma, line or JSON, CSV, `.env` lines,
 * URLs, prose. A key of unknown form is found where it has a line to itself. Time is linear in the text.
 * @param firstLine the number of the text's first line, when the text is a part of another.
 */
export function findKeysInText(text: string, firstLine = 1): KeyInText[] {
  const found: KeyInText[] = [];
  let line = firstLine;
  for (let start = 0; start <= text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    addKeysOfLine(text.slice(start, end), line, found);
    start = end + 1;
  }
  return found;
}

function addKeysOfLine(text: string, line: number, found: KeyInText[]): void {
  let hasKnownForm = false;
  for (const match of text.matchAll(BY_FORM)) {
    if (!beginsWord(text, match.index)) continue;
    hasKnownForm = true;
    // A key may end a sentence.
    const secret = match[0].replace(/\.+$/, '');
    found.push({ secret, line, isWellFormed: isWellFormed(secret) });
  }
  if (hasKnownForm || text.length > LONGEST_LINE_OF_ONE_KEY) return;
  const secret = ALONE.exec(text)?.[1];
  if (secret !== undefined && !secret.startsWith(CLIENT_TOKEN))
    found.push({ secret, line, isWellFormed: secret.length <= MAX_SECRET_LENGTH });
}

/** Whether no word runs into the one at `index`; the letter of an escaped line break (`\n`) is none. */
function beginsWord(text: string, index: number): boolean {
  const before = text[index - 1];
  if (before === undefined || !/[\w-]/.test(before)) return true;
  return text[index - 2] === '\\' && /[nrt]/.test(before);
}

function isWellFormed(secret: string): boolean {
  if (secret.startsWith('AIza')) return secret.length === STANDARD_LENGTH;
  return secret.length >= AUTH_MIN_LENGTH && secret.length <= MAX_SECRET_LENGTH;
}
