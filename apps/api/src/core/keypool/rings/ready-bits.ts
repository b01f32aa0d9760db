/** Five bits of an index address a bit in its word. */
const SHIFT = 5;
const MASK = 31;

/**
 * A set of small integers that finds its next member at once, however few there are: each level marks the words below
 * that are not empty, so a search climbs and descends a few words (four levels for a million places).
 */
export class ReadyBits {
  /** Level 0 holds the members; level n + 1 has one bit for each word of level n. */
  readonly #levels: Uint32Array[] = [];

  constructor(readonly capacity: number) {
    let words = capacity;
    do {
      words = Math.max(1, (words + MASK) >>> SHIFT);
      this.#levels.push(new Uint32Array(words));
    } while (words > 1);
  }

  has(index: number): boolean {
    return ((this.#levels[0]![index >>> SHIFT]! >>> (index & MASK)) & 1) === 1;
  }

  add(index: number): void {
    let at = index;
    for (const words of this.#levels) {
      const word = at >>> SHIFT;
      const before = words[word]!;
      words[word] = before | (1 << (at & MASK));
      if (before !== 0) return;
      at = word;
    }
  }

  delete(index: number): void {
    let at = index;
    for (const words of this.#levels) {
      const word = at >>> SHIFT;
      const after = words[word]! & ~(1 << (at & MASK));
      words[word] = after;
      if (after !== 0) return;
      at = word;
    }
  }

  /** The least member that is not below `from`, or -1. */
  nextFrom(from: number): number {
    let at = from;
    for (let level = 0; level < this.#levels.length; level++) {
      const words = this.#levels[level]!;
      const word = at >>> SHIFT;
      if (word >= words.length) return -1;
      const rest = (words[word]! & (-1 << (at & MASK))) >>> 0;
      if (rest !== 0) return this.#descend(level, (word << SHIFT) + lowestBit(rest));
      at = word + 1;
    }
    return -1;
  }

  /** Takes over the members of a set of the same capacity. */
  copy(other: ReadyBits): void {
    this.#levels.forEach((words, level) => words.set(other.#levels[level]!));
  }

  #descend(level: number, index: number): number {
    let at = index;
    for (let below = level - 1; below >= 0; below--)
      at = (at << SHIFT) + lowestBit(this.#levels[below]![at]!);
    return at;
  }
}

function lowestBit(word: number): number {
  return MASK - Math.clz32(word & -word);
}
