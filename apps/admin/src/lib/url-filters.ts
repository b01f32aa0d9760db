/** Reads one value of the query string; undefined for what it does not know, and for its default. */
type Reader<Value> = (text: string) => Value | undefined;

/** What a page keeps in the query string: by name, how each value is read. */
export type FilterReaders = Record<string, Reader<unknown>>;

/** The values that readers find; those that are not in the query string are absent. */
export type FiltersOf<Readers extends FilterReaders> = {
  [Name in keyof Readers]?: Exclude<ReturnType<Readers[Name]>, undefined>;
};

/** One of a few words. */
export function oneOf<Word extends string>(words: readonly Word[]): Reader<Word> {
  return (text) => words.find((word) => word === text);
}

/** A text of at most `maxLength` letters; longer ones are cut. */
export function words(maxLength: number): Reader<string> {
  return (text) => text.slice(0, maxLength) || undefined;
}

/** A whole number of at least `min`. */
export function wholeNumber(min = 0): Reader<number> {
  return (text) => (/^\d{1,15}$/.test(text) && Number(text) >= min ? Number(text) : undefined);
}

/** The filters in a query string; what is not known is left out. */
export function parseFilters<Readers extends FilterReaders>(
  readers: Readers,
  search: URLSearchParams,
): FiltersOf<Readers> {
  const found = Object.entries(readers).flatMap(([name, read]) => {
    const value = read(search.get(name) ?? '');
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(found) as FiltersOf<Readers>;
}

/** The query string with some values changed; undefined removes one. Whatever else it holds stays. */
export function withFilters(search: URLSearchParams, changed: Record<string, unknown>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changed)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}
