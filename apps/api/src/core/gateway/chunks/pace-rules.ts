/** How text is handed out as if it were typed (the STREAM_* settings). Lengths are in characters as readers count them. */
export interface PaceRules {
  readonly minDelayMs: number;
  readonly maxDelayMs: number;
  /** Up to this length a chunk is paced with the longest pause. */
  readonly shortText: number;
  /** From this length on it is handed out in pieces of `pieceSize`, else one by one. */
  readonly longText: number;
  readonly pieceSize: number;
}

/** Pieces of a text and the pause after each. */
export interface PacedText {
  readonly pieces: readonly string[];
  readonly delayMs: number;
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cuts a text between whole characters. Joined, the pieces are the text. */
export function pacedText(text: string, rules: PaceRules): PacedText {
  const all = Array.from(characters.segment(text), ({ segment }) => segment);
  const size = all.length >= rules.longText ? rules.pieceSize : 1;
  const pieces: string[] = [];
  for (let start = 0; start < all.length; start += size) pieces.push(all.slice(start, start + size).join(''));
  return { pieces, delayMs: delayOf(all.length, rules) };
}

/** The longer a text, the shorter the pause: from one to the other by the logarithm of the length. */
function delayOf(length: number, { minDelayMs, maxDelayMs, shortText, longText }: PaceRules): number {
  if (length <= shortText) return maxDelayMs;
  if (length >= longText) return minDelayMs;
  const share = Math.log(length / shortText) / Math.log(longText / shortText);
  return maxDelayMs - share * (maxDelayMs - minDelayMs);
}
