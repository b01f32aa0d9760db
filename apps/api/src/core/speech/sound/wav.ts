import { SAMPLE_BYTES, type Sound } from './sound';

const HEADER_BYTES = 44;
const PCM = 1;
/** Says that the real format stands in a longer header. */
const EXTENSIBLE = 0xfffe;
const EXTENDED_FORMAT_AT = 24;

export function isWav(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WAVE';
}

/** The sound of a file with 16-bit samples; undefined for any other. A file that was written as a stream may not tell its length. */
export function readWav(bytes: Buffer): Sound | undefined {
  if (!isWav(bytes)) return undefined;
  let form: Pick<Sound, 'rate' | 'channels'> | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const id = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const body = bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length));
    if (id === 'fmt ') form = formOf(body);
    // Where a stream was written nobody knew the length: 0, or the largest there is.
    if (id === 'data') return form && { samples: length === 0 ? bytes.subarray(at + 8) : body, ...form };
    at += 8 + length + (length % 2);
  }
  return undefined;
}

/** A complete file. */
export function toWav({ samples, rate, channels }: Sound): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES - 8 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(PCM, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * channels * SAMPLE_BYTES, 28);
  header.writeUInt16LE(channels * SAMPLE_BYTES, 32);
  header.writeUInt16LE(SAMPLE_BYTES * 8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

function formOf(body: Buffer): Pick<Sound, 'rate' | 'channels'> | undefined {
  if (body.length < 16) return undefined;
  const tag = body.readUInt16LE(0);
  const isExtended = tag === EXTENSIBLE && body.length > EXTENDED_FORMAT_AT + 1;
  const format = isExtended ? body.readUInt16LE(EXTENDED_FORMAT_AT) : tag;
  const channels = body.readUInt16LE(2);
  const rate = body.readUInt32LE(4);
  const isReadable = format === PCM && body.readUInt16LE(14) === SAMPLE_BYTES * 8 && channels > 0 && rate > 0;
  return isReadable ? { rate, channels } : undefined;
}
