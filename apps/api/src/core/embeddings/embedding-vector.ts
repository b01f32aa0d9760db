import { endianness } from 'node:os';

/** Newer models give vectors of length one at every size; embedding-001 only at its full size. */
const NORMALISES_ITSELF = /^gemini-embedding-(?!001)/;

/** Whether vectors of this model that were asked for with fewer dimensions have to be brought to length one. */
export function needsNormalising(model: string, dimensions: number | undefined): boolean {
  return dimensions !== undefined && !NORMALISES_ITSELF.test(model);
}

/** The vector at length one; one without a direction stays as it is. */
export function normalised(values: readonly number[]): readonly number[] {
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares);
  return length === 0 ? values : values.map((value) => value / length);
}

/** Base64 of little-endian 32-bit floats. */
export function toBase64(values: readonly number[]): string {
  const bytes = Buffer.from(Float32Array.from(values).buffer);
  return (endianness() === 'LE' ? bytes : bytes.swap32()).toString('base64');
}
