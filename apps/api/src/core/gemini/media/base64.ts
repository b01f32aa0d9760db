const WHITE_SPACE = /\s/;
/** What stands in neither alphabet; upstream takes both alike. Looked for by itself: an expression for the whole fills the stack. */
const FOREIGN = /[^A-Za-z0-9+/_-]/;

/** Base64 without its line breaks; undefined for a text that is none, which upstream would refuse. */
export function parseBase64(text: string): string | undefined {
  const bare = WHITE_SPACE.test(text) ? text.replace(/\s+/g, '') : text;
  const digits = bare.length - (bare.endsWith('==') ? 2 : bare.endsWith('=') ? 1 : 0);
  if (digits === 0 || FOREIGN.test(bare.slice(0, digits))) return undefined;
  const isWhole = digits === bare.length ? digits % 4 !== 1 : bare.length % 4 === 0;
  return isWhole ? bare : undefined;
}
