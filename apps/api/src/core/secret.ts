import { inspect } from 'node:util';

const SHOWN = '[secret]';

/** Nobody guesses a credential of this length by trying, unless it is made of words. */
export const UNGUESSABLE_LENGTH = 20;

/** A credential that prints as `[secret]` wherever it is logged, joined or serialised. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The credential itself. Called only where it is written to a header or encrypted. */
  reveal(): string {
    return this.#value;
  }

  /** Both ends of the credential, for its owner to recognise it: `AIzaSy…9xQ0`. */
  mask(): string {
    const value = this.#value;
    return value.length < 16 ? '…' : `${value.slice(0, 6)}…${value.slice(-4)}`;
  }

  /** In characters. */
  get length(): number {
    return this.#value.length;
  }

  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  /** Whether the pattern is found in it. */
  matches(pattern: RegExp): boolean {
    return pattern.test(this.#value);
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}
