/** Lets a text through, piece by piece, up to the first of the sequences that are to end it. */
export class StopFinder {
  #held = '';
  #found: string | undefined;

  constructor(private readonly sequences: readonly string[]) {}

  /** The sequence that ended the text; undefined while none has. */
  get found(): string | undefined {
    return this.#found;
  }

  /** What of the text so far is surely part of the answer: its end is held back while it may be the beginning of a sequence. */
  pass(text: string): string {
    if (this.sequences.length === 0) return text;
    const whole = this.#held + text;
    const first = this.#firstIn(whole);
    if (first !== undefined) {
      this.#found = first.sequence;
      this.#held = '';
      return whole.slice(0, first.at);
    }
    const sure = whole.length - this.#lengthOfBeginning(whole);
    this.#held = whole.slice(sure);
    return whole.slice(0, sure);
  }

  /** What was held back. */
  rest(): string {
    const held = this.#held;
    this.#held = '';
    return held;
  }

  #firstIn(text: string): { readonly sequence: string; readonly at: number } | undefined {
    return this.sequences
      .map((sequence) => ({ sequence, at: text.indexOf(sequence) }))
      .filter(({ at }) => at >= 0)
      .reduce<{ sequence: string; at: number } | undefined>(
        (first, each) => (first === undefined || each.at < first.at ? each : first),
        undefined,
      );
  }

  /** Of the longest end of the text that a sequence begins with. */
  #lengthOfBeginning(text: string): number {
    const longest = Math.max(...this.sequences.map((sequence) => sequence.length)) - 1;
    for (let length = Math.min(longest, text.length); length > 0; length--) {
      const end = text.slice(-length);
      if (this.sequences.some((sequence) => sequence.startsWith(end))) return length;
    }
    return 0;
  }
}
