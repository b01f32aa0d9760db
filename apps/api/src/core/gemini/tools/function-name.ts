const ALLOWED = /^[A-Za-z_][A-Za-z0-9_.:-]{0,127}$/;
const LONGEST = 128;

/** The name as upstream takes it: the name itself where it can be. Source: docs/protocol-notes.md, "Tools". */
export function upstreamFunctionName(name: string): string {
  if (ALLOWED.test(name)) return name;
  const safe = name.replace(/[^A-Za-z0-9_.:-]/g, '_');
  return (/^[A-Za-z_]/.test(safe) ? safe : `_${safe}`).slice(0, LONGEST);
}

/** The same for a name that is taken already: with a number at its end. */
export function numberedFunctionName(name: string, number: number): string {
  const ending = `_${number}`;
  return `${name.slice(0, LONGEST - ending.length)}${ending}`;
}
