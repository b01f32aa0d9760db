const WHITE_SPACE = /\s/;
/** In either alphabet, which upstream takes alike. */
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** Base64 without its line breaks; undefined for a text that is none, which upstream would refuse. */
export function parseBase64(text: string): string | undefined {
  const bare = WHITE_SPACE.test(text) ? text.replace(/\s+/g, '') : text;
  if (!BASE64.test(bare)) return undefined;
  const digits = bare.length - (bare.endsWith('==') ? 2 : bare.endsWith('=') ? 1 : 0);
  const isWhole = digits === bare.length ? digits % 4 !== 1 : bare.length % 4 === 0;
  return isWhole ? bare : undefined;
}
