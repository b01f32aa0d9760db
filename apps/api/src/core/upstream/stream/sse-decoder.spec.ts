import * as fc from 'fast-check';
import { SseDecoder } from './sse-decoder';

/** What a decoder tells of text whose bytes arrive in pieces of these lengths. */
function decode(text: string, lengths: readonly number[] = []): { values: unknown[]; isBroken: boolean } {
  const values: unknown[] = [];
  const decoder = new SseDecoder((value) => values.push(value));
  const bytes = Buffer.from(text);
  let start = 0;
  for (const length of lengths) {
    decoder.push(bytes.subarray(start, start + length));
    start += length;
  }
  decoder.push(bytes.subarray(start));
  decoder.end();
  return { values, isBroken: decoder.isBroken };
}

it.each([
  ['events with CRLF', 'data: {"a":1}\r\n\r\ndata: {"a":2}\r\n\r\n', [{ a: 1 }, { a: 2 }]],
  ['events with LF', 'data: {"a":1}\n\ndata: {"a":2}\n\n', [{ a: 1 }, { a: 2 }]],
  ['events with CR', 'data: {"a":1}\r\rdata: {"a":2}\r\r', [{ a: 1 }, { a: 2 }]],
  ['events of mixed line ends', 'data: {"a":1}\r\n\ndata: {"a":2}\n\r\n', [{ a: 1 }, { a: 2 }]],
  ['data without a space', 'data:{"a":1}\n\n', [{ a: 1 }]],
  ['data over several lines', 'data: {"a":\ndata: 1}\n\n', [{ a: 1 }]],
  ['a last event without its blank line', 'data: {"a":1}\n\ndata: {"a":2}', [{ a: 1 }, { a: 2 }]],
  ['comments, names and ids', ': ping\n\nevent: x\nid: 7\ndata: {"a":1}\n\n', [{ a: 1 }]],
  ['an end mark', 'data: {"a":1}\n\ndata: [DONE]\n\n', [{ a: 1 }]],
  ['text beyond ASCII', 'data: {"a":"é 漢 😀"}\r\n\r\n', [{ a: 'é 漢 😀' }]],
  ['nothing', '', []],
])('reads %s, at whatever byte they are cut', (_, text, values) => {
  for (let at = 0; at <= Buffer.byteLength(text); at += 1)
    expect(decode(text, [at])).toEqual({ values, isBroken: false });
});

it.each(['data: {"a":\n\n', 'data: {"a":1}\n\ndata: {"b', 'data: <html>\n\n'])(
  'says that %j lost something',
  (text) => expect(decode(text).isBroken).toBe(true),
);

it('reads any values, however the stream is written and cut', () => {
  const lineEnds = fc.constantFrom('\n', '\r', '\r\n');
  const pieces = fc.array(fc.nat({ max: 9 }), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 6 }), lineEnds, pieces, (values, lineEnd, lengths) => {
      const text = values.map((value) => `data: ${JSON.stringify(value)}${lineEnd}${lineEnd}`).join('');
      const plain = JSON.parse(JSON.stringify(values)) as unknown[];
      expect(decode(text, lengths)).toEqual({ values: plain, isBroken: false });
    }),
  );
});

it('reads a long event that comes in many pieces', () => {
  const data = 'x'.repeat(4 * 1024 * 1024);
  const lengths = Array.from({ length: 4_096 }, () => 1_024);
  expect(decode(`data: ${JSON.stringify({ data })}\r\n\r\n`, lengths).values).toEqual([{ data }]);
});
