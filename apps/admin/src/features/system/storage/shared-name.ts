/** What some names begin with together, without what would be half a word: the search that finds all of them. */
export function sharedName(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const words = first.split('_');
  for (let count = words.length; count > 0; count--) {
    const start = words.slice(0, count).join('_');
    if (others.every((name) => name === start || name.startsWith(`${start}_`))) return start;
  }
  return first;
}
