import fc from 'fast-check';
import { ERROR, pieces, text, watch } from '../../testing/tapped-stream';

describe('ResponseTap on a JSON array', () => {
  const elements = [
    text('Hel'),
    { ...text('lo', { finishReason: 'STOP' }), usageMetadata: { totalTokenCount: 7 } },
  ];
  const array = `[${elements.map((element) => JSON.stringify(element, null, 2)).join('\r\n,\r\n')}\r\n]\n`;

  it('passes the array and learns the same facts', () => {
    expect(watch('json-array', pieces(array, [13]))).toEqual({
      out: array,
      sawContent: true,
      sawFinish: true,
      usage: { totalTokenCount: 7 },
      errorKind: undefined,
    });
  });

  it('keeps an error element back, with the comma before it', () => {
    const first = `[${JSON.stringify(elements[0])}`;
    const seen = watch('json-array', pieces(`${first}\r\n,\r\n${JSON.stringify(ERROR, null, 2)}\r\n]`, [9]));
    expect(seen).toMatchObject({ out: first, errorKind: 'overloaded' });
  });

  it.each([`[${JSON.stringify(ERROR)}]`, JSON.stringify(ERROR, null, 2)])(
    'knows a reply that is only an error',
    (bytes) => {
      expect(watch('json-array', [Buffer.from(bytes)])).toMatchObject({ out: '', errorKind: 'overloaded' });
    },
  );

  it('drops an element that was cut off', () => {
    expect(watch('json-array', [Buffer.from(array.slice(0, -40))]).sawFinish).toBe(false);
  });

  it('does not close an array whose answer is not complete, so that an error can follow', () => {
    const first = `[${JSON.stringify(elements[0])}`;
    expect(watch('json-array', pieces(`${first}\r\n]`, [7])).out).toBe(first);
  });

  it('closes the array of a complete answer that lacks nothing else', () => {
    const open = array.slice(0, array.lastIndexOf('}') + 1);
    for (const bytes of [open, `${open}\r`, `${open},\r\n{"cand`])
      expect(JSON.parse(watch('json-array', pieces(bytes, [11])).out)).toEqual(elements);
  });

  it('makes an array of one object that came in its place', () => {
    for (const size of [1, 11, 1_000])
      expect(JSON.parse(watch('json-array', pieces(JSON.stringify(elements[1]), [size])).out)).toEqual([
        elements[1],
      ]);
  });
});

describe('ResponseTap, however the bytes are cut', () => {
  const word = fc.constantFrom(
    'é',
    '😀',
    '"error"',
    '"finishReason": "STOP"',
    '\n\n',
    'data: ',
    '\r\n\r\n:',
    '}',
    ']',
    '\\',
    '"',
  );
  const words = fc.array(word, { maxLength: 5 }).map((list) => list.join(''));
  const more = fc.constantFrom({}, { finishReason: 'STOP' }, { usageMetadata: { totalTokenCount: 5 } });
  const value = fc.tuple(words, more).map(([content, extra]) => text(content, extra));
  const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });
  const blank = fc.constantFrom('\n\n', '\r\n\r\n', '\r\r');
  const tail = fc.constantFrom('', 'bare', 'event');

  it('gives the same bytes and the same facts of server-sent events', () => {
    const block = fc.oneof(
      { weight: 4, arbitrary: value.map((json) => `data: ${JSON.stringify(json)}`) },
      { weight: 1, arbitrary: fc.constantFrom(': ping', ':') },
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), blank, tail, sizes, (blocks, end, error, cuts) => {
        const failure = {
          bare: JSON.stringify(ERROR, null, 2),
          event: `data: ${JSON.stringify(ERROR)}${end}`,
          '': '',
        }[error];
        const bytes = blocks.map((line) => line + end).join('') + failure;
        const kept = blocks.filter((line) => !line.startsWith(':')).map((line) => line + end);
        const whole = watch('sse', [Buffer.from(bytes)]);
        expect(whole.out).toBe(kept.join(''));
        expect(whole.errorKind).toBe(error === '' ? undefined : 'overloaded');
        expect(watch('sse', pieces(bytes, cuts))).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same bytes and the same facts of a JSON array', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        sizes,
        (values, fails, cuts) => {
          const kept = `[${values.map((json) => JSON.stringify(json)).join('\r\n,\r\n')}`;
          const bytes = fails ? `${kept},\r\n${JSON.stringify(ERROR)}]` : `${kept}\r\n]`;
          const whole = watch('json-array', [Buffer.from(bytes)]);
          expect(whole.out).toBe(fails || !whole.sawFinish ? kept : bytes);
          expect(watch('json-array', pieces(bytes, cuts))).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes any bytes', () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)));
    fc.assert(
      fc.property(fc.constantFrom('sse' as const, 'json-array' as const), chunks, (form, list) => {
        expect(() => watch(form, list)).not.toThrow();
      }),
    );
  });
});
