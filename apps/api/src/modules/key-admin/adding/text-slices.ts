/** A part of a text, cut at the end of a line. */
export interface TextSlice {
  readonly text: string;
  /** The number of its first line in the whole text, from 1. */
  readonly firstLine: number;
}

const SLICE_LENGTH = 64 * 1024;

/** Cuts a text into parts of whole lines; only a line that is longer than `length` makes a longer part. */
export function* inSlices(text: string, length = SLICE_LENGTH): Generator<TextSlice> {
  let firstLine = 1;
  for (let start = 0; start < text.length;) {
    const newline = start + length < text.length ? text.indexOf('\n', start + length) : -1;
    const end = newline === -1 ? text.length : newline + 1;
    const slice = text.slice(start, end);
    yield { text: slice, firstLine };
    firstLine += countLines(slice);
    start = end;
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
