/** The projects that own keys, numbered in the order in which they were first named. */
export class Projects {
  readonly #indexes = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #slots: Set<number>[] = [];

  /** The project's number; a new one where the name is new. */
  indexOf(name: string): number {
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    this.#indexes.set(name, this.#names.length);
    this.#slots.push(new Set());
    return this.#names.push(name) - 1;
  }

  nameOf(index: number): string {
    return this.#names[index]!;
  }

  get count(): number {
    return this.#names.length;
  }

  /** The slots of the project's keys. */
  slotsOf(index: number): ReadonlySet<number> {
    return this.#slots[index]!;
  }

  join(index: number, slot: number): void {
    if (index >= 0) this.#slots[index]!.add(slot);
  }

  leave(index: number, slot: number): void {
    if (index >= 0) this.#slots[index]!.delete(slot);
  }
}
