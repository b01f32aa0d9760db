/** A flight as the list of open ones needs it. */
export interface ListedFlight {
  /** Its index in the list, which writes it. */
  place: number;
  breakOff(message: string): void;
}

/**
 * The flights that are not over. Not a Set: V8 links each table of a Set to the one that replaces it, so where members come and go
 * by the thousand, tables that are dead but not collected yet keep the flights after them, and all that hangs on these.
 */
export class OpenFlights {
  readonly #flights: ListedFlight[] = [];

  add(flight: ListedFlight): void {
    flight.place = this.#flights.push(flight) - 1;
  }

  /** Does nothing for a flight that is not among them. */
  delete(flight: ListedFlight): void {
    if (this.#flights[flight.place] !== flight) return;
    const last = this.#flights.pop()!;
    if (last === flight) return;
    this.#flights[flight.place] = last;
    last.place = flight.place;
  }

  all(): ListedFlight[] {
    return [...this.#flights];
  }
}
