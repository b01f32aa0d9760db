/** A value worth offering. */
export interface ComboboxOption {
  value: string;
  /** What it is, in a word, beside it. */
  note?: string;
}

/** As many as anybody reads. */
const MOST_SHOWN = 100;

/** The options whose value has every word of what was typed, those that begin with it first. */
export function matchingOptions(options: readonly ComboboxOption[], typed: string): ComboboxOption[] {
  const text = typed.trim().toLowerCase();
  const words = text.split(/\s+/);
  const matching = options.filter(({ value }) => words.every((word) => value.toLowerCase().includes(word)));
  const begins = ({ value }: ComboboxOption): boolean => value.toLowerCase().startsWith(text);
  return [...matching.filter(begins), ...matching.filter((option) => !begins(option))].slice(0, MOST_SHOWN);
}
