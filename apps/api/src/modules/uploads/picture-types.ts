/** Types that a browser shows and never runs, by the ending of a file's name. */
const TYPES = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['gif', 'image/gif'],
  ['avif', 'image/avif'],
  ['heic', 'image/heic'],
]);
const ENDINGS = new Map([...TYPES].map(([ending, type]) => [type, ending]));

/** `bin` for everything that is no plain picture, SVG among it: it can hold scripts. */
export function fileEndingOf(mimeType: string): string {
  return ENDINGS.get(mimeType) ?? 'bin';
}

/** The type to serve a file as, by its name. */
export function servedTypeOf(name: string): string {
  const [, ending = ''] = /\.(\w+)$/.exec(name) ?? [];
  return TYPES.get(ending) ?? 'application/octet-stream';
}
