/** Two letters may differ in names as long as this; one in shorter ones. */
const LONG_NAME_LENGTH = 8;
/** Shorter names are too much alike: HOST and HOME. */
const SHORT_NAME_LENGTH = 6;

/** The name that `written` was probably meant to be: the nearest one that is one or two letters off. */
export function nearestName<Name extends string>(written: string, names: Iterable<Name>): Name | undefined {
  if (written.length < SHORT_NAME_LENGTH) return undefined;
  let nearest: Name | undefined;
  let fewest = (written.length >= LONG_NAME_LENGTH ? 2 : 1) + 1;
  for (const name of names) {
    if (Math.abs(name.length - written.length) >= fewest) continue;
    const distance = editDistance(written, name);
    if (distance < fewest) [nearest, fewest] = [name, distance];
  }
  return nearest;
}

/** Letters to add, drop or change to make one text of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column++) {
      const change = (row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
