const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu;

/** Text that others chose, fit for a column: at most `length` UTF-16 units, control characters and halves of pairs shown as `?`. */
export function toLogText(text: string, length: number): string {
  return text.slice(0, length).replace(UNPRINTABLE, '?');
}
