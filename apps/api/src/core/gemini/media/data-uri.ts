/** What a `data:` URI holds. */
export interface DataUri {
  /** As it was written, parameters cut off; empty where none was given. */
  readonly mimeType: string;
  readonly base64: string;
}

const WHITE_SPACE = /\s/;

/** Reads `data:<type>[;parameters][;base64],<data>`; undefined for what is none. The data is not copied where it can be kept. */
export function parseDataUri(uri: string): DataUri | undefined {
  const commaAt = uri.indexOf(',');
  if (commaAt < 0 || uri.slice(0, 5).toLowerCase() !== 'data:') return undefined;
  const [mimeType = '', ...parameters] = uri.slice(5, commaAt).split(';');
  const data = uri.slice(commaAt + 1);
  const isBase64 = parameters.some((parameter) => parameter.trim().toLowerCase() === 'base64');
  const base64 = isBase64 ? withoutWhiteSpace(data) : encoded(data);
  return base64 === undefined ? undefined : { mimeType: mimeType.trim(), base64 };
}

function withoutWhiteSpace(data: string): string {
  const text = data.includes('%')
    ? data.replace(/%(2B|2F|3D|0A|0D|20)/gi, (code) => decodeURIComponent(code))
    : data;
  return WHITE_SPACE.test(text) ? text.replace(/\s+/g, '') : text;
}

function encoded(data: string): string | undefined {
  try {
    return Buffer.from(decodeURIComponent(data), 'utf8').toString('base64');
  } catch {
    return undefined;
  }
}
