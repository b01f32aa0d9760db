import fc from 'fast-check';
import { ResponseTap } from './response-tap';

type Form = 'sse' | 'json-array';

interface Seen {
  readonly out: string;
  readonly sawContent: boolean;
  readonly sawFinish: boolean;
  readonly usage: unknown;
  readonly errorKind: string | undefined;
}

function watch(form: Form, chunks: readonly Buffer[]): Seen {
  const tap = new ResponseTap(form);
  const out = chunks.map((chunk) => tap.push(chunk));
  out.push(tap.end());
  return {
    out: Buffer.concat(out.filter((bytes) => bytes !== undefined)).toString('utf8'),
    sawContent: tap.sawContent,
    sawFinish: tap.sawFinish,
    usage: tap.usage,
    errorKind: tap.error?.kind,
  };
}

function text(value: string, more: object = {}): object {
  return { candidates: [{ content: { role: 'model', parts: [{ text: value }] }, ...more }] };
}

function event(value: object): string {
  return `data: ${JSON.stringify(value)}\r\n\r\n`;
}

function pieces(bytes: string, sizes: readonly number[]): Buffer[] {
  const all = Buffer.from(bytes);
  const chunks: Buffer[] = [];
  for (let at = 0, turn = 0; at < all.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    chunks.push(all.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

const FIRST = event(text('Hel'));
const LAST = event({ ...text('lo', { finishReason: 'STOP' }), usageMetadata: { totalTokenCount: 7 } });
const ERROR = { error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } };

describe('ResponseTap on server-sent events', () => {
  it('passes a chunk of whole events as the same buffer', () => {
    const chunk = Buffer.from(FIRST + LAST);
    expect(new ResponseTap('sse').push(chunk)).toBe(chunk);
  });

  it('learns that there was content, that it ended, and the last usage', () => {
    const seen = watch('sse', [
      Buffer.from(event({ usageMetadata: { totalTokenCount: 3 } }) + FIRST),
      Buffer.from(LAST),
    ]);
    expect(seen).toMatchObject({
      sawContent: true,
      sawFinish: true,
      usage: { totalTokenCount: 7 },
      errorKind: undefined,
    });
  });

  it('holds the tail of a chunk back until its event is complete', () => {
    const tap = new ResponseTap('sse');
    expect(tap.push(Buffer.from(FIRST + LAST.slice(0, 20)))?.toString()).toBe(FIRST);
    expect(tap.push(Buffer.from(LAST.slice(20, -1)))).toBeUndefined();
    expect(tap.push(Buffer.from(LAST.slice(-1)))?.toString()).toBe(LAST);
  });

  it.each(['\n\n', '\r\r', '\r\n\r\n'])('knows the blank line %j', (blank) => {
    const bytes = (FIRST + LAST).replaceAll('\r\n\r\n', blank);
    const tap = new ResponseTap('sse');
    const out = pieces(bytes, [7]).map((chunk) => tap.push(chunk)?.toString() ?? '');
    expect(out.join('')).toBe(bytes);
    expect(tap.sawFinish).toBe(true);
  });

  it.each([
    ['a leading event without parts', event({ candidates: [{ content: { role: 'model' } }] }), false, false],
    ['an empty text', event(text('')), false, false],
    [
      'only a signature',
      event({ candidates: [{ content: { parts: [{ text: '', thoughtSignature: 'x' }] } }] }),
      false,
      false,
    ],
    [
      'a function call',
      event({ candidates: [{ content: { parts: [{ functionCall: { name: 'f' } }] } }] }),
      true,
      false,
    ],
    ['a finish reason alone', event({ candidates: [{ finishReason: 'SAFETY' }] }), true, true],
    ['a blocked prompt', event({ promptFeedback: { blockReason: 'OTHER' } }), true, true],
    [
      'arguments with a member called finishReason',
      event({
        candidates: [
          { content: { parts: [{ functionCall: { name: 'f', args: { finishReason: 'STOP' } } }] } },
        ],
      }),
      true,
      false,
    ],
    ['a text that quotes a finish reason', event(text('{"finishReason": "STOP"}')), true, false],
  ])('%s', (_, bytes, sawContent, sawFinish) => {
    expect(watch('sse', [Buffer.from(bytes)])).toMatchObject({ sawContent, sawFinish, out: bytes });
  });

  it('sees a finish reason after content in another chunk, beside arguments that are called the same', () => {
    const call = event({
      candidates: [{ content: { parts: [{ functionCall: { args: { finishReason: 1 } } }] } }],
    });
    const tap = new ResponseTap('sse');
    tap.push(Buffer.from(call));
    tap.push(Buffer.from(call));
    expect(tap.sawFinish).toBe(false);
    tap.push(Buffer.from(LAST));
    expect(tap.sawFinish).toBe(true);
  });

  it('drops comments and blank lines', () => {
    const seen = watch('sse', [Buffer.from(`: ping\r\n\r\n${FIRST}:\n\n\r\n: a\r\n${LAST}`)]);
    expect(seen.out).toBe(FIRST + LAST);
  });

  it.each([
    ['an event', event(ERROR)],
    ['an event with an array', `data: ${JSON.stringify([ERROR])}\n\n`],
    ['bare', JSON.stringify(ERROR)],
    ['bare and pretty-printed', JSON.stringify(ERROR, null, 2)],
    ['bare, in an array', JSON.stringify([ERROR], null, 2)],
    ['bare, spread over blank lines', JSON.stringify(ERROR, null, 2).replaceAll('\n', '\n\n')],
    ['bare, before another event', `${JSON.stringify(ERROR, null, 2)}\r\n\r\n${LAST}`],
    ['bare, before the end of a line', `${JSON.stringify(ERROR, null, 2)}\n`],
  ])('keeps an error back: %s', (_, bytes) => {
    for (const size of [1, 3, 16, 10_000]) {
      const seen = watch('sse', pieces(FIRST + bytes, [size]));
      expect(seen).toMatchObject({ out: FIRST, errorKind: 'overloaded', sawFinish: false });
    }
  });

  it('finds bare JSON glued to an event without a blank line', () => {
    const glued = FIRST.slice(0, -2) + JSON.stringify(ERROR, null, 2);
    expect(watch('sse', pieces(glued, [11]))).toMatchObject({ out: FIRST, errorKind: 'overloaded' });
  });

  it('does not take a text about an error for one', () => {
    const bytes =
      event(text('{"error": {"code": 500}}')) +
      event({ candidates: [{ content: { parts: [{ functionCall: { args: { error: { code: 5 } } } }] } }] });
    expect(watch('sse', [Buffer.from(bytes)])).toMatchObject({ out: bytes, errorKind: undefined });
  });

  it('completes a last event that lacks only its blank line, and drops a torn one', () => {
    expect(watch('sse', [Buffer.from(FIRST + LAST.slice(0, -4))])).toMatchObject({
      out: FIRST + LAST,
      sawFinish: true,
    });
    expect(watch('sse', [Buffer.from(FIRST + LAST.slice(0, -10))])).toMatchObject({
      out: FIRST,
      sawFinish: false,
    });
  });

  it('passes an event of more than a megabyte in pieces, and says so until it ends', () => {
    const tap = new ResponseTap('sse');
    const image = { inlineData: { mimeType: 'image/png', data: 'A'.repeat(3_000_000) } };
    const bytes = event({
      candidates: [{ content: { parts: [image] }, finishReason: 'STOP' }],
      usageMetadata: { totalTokenCount: 9 },
    });
    const out: Buffer[] = [];
    let longestHeld = 0;
    let held = 0;
    for (const chunk of pieces(bytes, [65_536])) {
      const passed = tap.push(chunk);
      held += chunk.length - (passed?.length ?? 0);
      longestHeld = Math.max(longestHeld, held);
      if (passed) out.push(passed);
    }
    expect(longestHeld).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.concat(out).toString()).toBe(bytes);
    expect([tap.passedPartial, tap.sawContent, tap.sawFinish, tap.usage]).toEqual([
      false,
      true,
      true,
      { totalTokenCount: 9 },
    ]);
  });

  it('says that it stopped in the middle of a long event', () => {
    const tap = new ResponseTap('sse');
    tap.push(Buffer.from(`data: {"x":"${'A'.repeat(1_100_000)}`));
    expect(tap.passedPartial).toBe(true);
    expect(tap.end()).toBeUndefined();
    expect(tap.passedPartial).toBe(true);
  });
});

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
          expect(whole.out).toBe(fails ? kept : bytes);
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
