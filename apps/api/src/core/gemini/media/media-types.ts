/** Names that are in use for a type, and the one upstream knows it by. */
const SYNONYMS: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'application/x-pdf': 'application/pdf',
  // Upstream reads text, and refuses types of text it has no name for.
  'application/json': 'text/plain',
  'application/x-yaml': 'text/plain',
  'application/yaml': 'text/plain',
  'application/toml': 'text/plain',
  'application/xml': 'text/xml',
};

/** By the `format` of `input_audio` and `input_video`, and by the ending of a file's name. */
const FORMATS: Readonly<Record<string, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mp3',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  oga: 'audio/ogg',
  aac: 'audio/aac',
  aiff: 'audio/aiff',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  avi: 'video/x-msvideo',
  webm: 'video/webm',
  mpeg: 'video/mpeg',
  mpg: 'video/mpeg',
  wmv: 'video/wmv',
  flv: 'video/x-flv',
  '3gp': 'video/3gpp',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
  heif: 'image/heif',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/md',
  csv: 'text/csv',
  html: 'text/html',
  xml: 'text/xml',
  css: 'text/css',
  rtf: 'text/rtf',
  json: 'text/plain',
};

/** How the bytes of a file begin, in base64. */
const BEGINNINGS: readonly (readonly [start: string, type: string])[] = [
  ['iVBORw0KGgo', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['R0lGOD', 'image/gif'],
  ['JVBERi', 'application/pdf'],
  ['SUQz', 'audio/mp3'],
  ['T2dnUw', 'audio/ogg'],
  ['ZkxhQw', 'audio/flac'],
];

const UNKNOWN_TYPES = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/** The type as upstream knows it: lower case, without parameters. */
export function upstreamMediaType(type: string): string {
  const bare = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return Object.hasOwn(SYNONYMS, bare) ? (SYNONYMS[bare] ?? bare) : bare;
}

/** The type that a format or a file's ending stands for. */
export function typeOfFormat(format: string): string | undefined {
  const name = format.toLowerCase();
  return Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
}

/** The type that the ending of a file's name stands for. */
export function typeOfFilename(filename: string): string | undefined {
  return typeOfFormat(filename.slice(filename.lastIndexOf('.') + 1));
}

/** The declared type, or what the bytes look like where nothing useful was declared. */
export function mediaTypeOf(declared: string, base64: string): string | undefined {
  const type = upstreamMediaType(declared);
  if (!UNKNOWN_TYPES.has(type)) return type;
  return BEGINNINGS.find(([start]) => base64.startsWith(start))?.[1];
}
