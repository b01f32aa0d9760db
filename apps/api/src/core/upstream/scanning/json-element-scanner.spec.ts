import fc from 'fast-check';
import { JsonElementScanner } from './json-element-scanner';

function endsOf(chunks: readonly Buffer[]): number[] {
  const scanner = new JsonElementScanner();
  const ends: number[] = [];
  let offset = 0;
  for (const chunk of chunks) {
    for (let end = scanner.next(chunk, 0); end !== -1; end = scanner.next(chunk, end))
      ends.push(offset + end);
    offset += chunk.length;
  }
  return ends;
}

describe('JsonElementScanner', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('}', '{', '"', '\\', '\\"}', ']'.repeat(60), '\\'.repeat(61), '"'.repeat(70)),
  );
  const element = fc.dictionary(fc.string(), fc.oneof(text, fc.jsonValue()));

  it('cuts an array into its elements, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(element, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        (values, size) => {
          const pieces = values.map((value) => JSON.stringify(value, null, 2));
          const bytes = Buffer.from(`[${pieces.join('\r\n,\r\n')}\r\n]`);
          const chunks: Buffer[] = [];
          for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));

          let start = 0;
          const found = endsOf(chunks).map((end) => {
            const piece = bytes.toString('utf8', start, end);
            start = end;
            return piece;
          });
          expect(bytes.toString('utf8', start)).toBe('\r\n]');
          expect(found.map((piece) => piece.replace(/^[\s,[]+/, ''))).toEqual(pieces);
        },
      ),
    );
  });
});
