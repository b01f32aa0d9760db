const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/**
 * Finds a member's name in JSON text without parsing it. Exact: a quote inside a string is escaped, so a name
 * between two bare quotes that a colon follows is a member's name and no text, at whatever depth.
 * The search is for the bare name, because one that begins with a quote would stop at every string.
 */
export class JsonKey {
  readonly #name: Buffer;

  constructor(name: string) {
    this.#name = Buffer.from(name);
  }

  /** The index after the colon of the first such member, or -1. */
  first(json: Buffer): number {
    for (let at = json.indexOf(this.#name); at !== -1; at = json.indexOf(this.#name, at + 1)) {
      const value = this.#valueAt(json, at);
      if (value !== -1) return value;
    }
    return -1;
  }

  /** The index after the colon of the last such member, or -1. */
  last(json: Buffer): number {
    for (
      let at = json.lastIndexOf(this.#name);
      at !== -1;
      at = at === 0 ? -1 : json.lastIndexOf(this.#name, at - 1)
    ) {
      const value = this.#valueAt(json, at);
      if (value !== -1) return value;
    }
    return -1;
  }

  #valueAt(json: Buffer, at: number): number {
    if (json[at - 1] !== QUOTE || json[at - 2] === BACKSLASH) return -1;
    let next = at + this.#name.length;
    if (json[next] !== QUOTE) return -1;
    do next += 1;
    while (isSpace(json[next]));
    return json[next] === COLON ? next + 1 : -1;
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
