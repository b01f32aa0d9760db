/** The two parts of a `multipart/related` upload. */
export interface MultipartUpload {
  readonly metadata: Buffer;
  readonly mediaType: string;
  readonly media: Buffer;
}

const BLANK_LINE = '\r\n\r\n';

/** Undefined for what has not two parts. */
export function multipartUpload(body: Buffer, contentType: string): MultipartUpload | undefined {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const starts: number[] = [];
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) starts.push(at);
  if (starts.length !== 3) return undefined;
  const [metadata, media] = [0, 1].map((n) =>
    partOf(body.subarray(starts[n]! + mark.length + 2, starts[n + 1]! - 2)),
  );
  if (metadata === undefined || media === undefined) return undefined;
  return { metadata: metadata.bytes, mediaType: media.type, media: media.bytes };
}

function partOf(part: Buffer): { type: string; bytes: Buffer } | undefined {
  const end = part.indexOf(BLANK_LINE);
  if (end < 0) return undefined;
  const type = /^content-type: *([^\r\n]+)/im.exec(part.toString('latin1', 0, end))?.[1] ?? '';
  return { type, bytes: part.subarray(end + BLANK_LINE.length) };
}
