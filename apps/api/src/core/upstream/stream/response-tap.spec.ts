import { ERROR, event, FIRST, LAST, pieces, text, watch } from '../../testing/tapped-stream';
import { ResponseTap } from './response-tap';

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
    ['no parts and nothing that explains it', event({ candidates: [{ finishReason: 'STOP' }] }), false, true],
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

  it.each(['d', 'data', 'event: x', ': ping'])('drops %j where the stream is cut off', (rest) => {
    expect(watch('sse', [Buffer.from(FIRST + LAST + rest)]).out).toBe(FIRST + LAST);
  });

  it('completes a blank line that was cut off, and no more', () => {
    for (const cut of [1, 2, 3]) {
      expect(watch('sse', [Buffer.from((FIRST + LAST).slice(0, -cut))]).out).toBe(FIRST + LAST);
    }
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

  it('learns the facts of a long event wherever its last bytes are cut', () => {
    const bytes = event({
      candidates: [{ content: { parts: [{ text: 'A'.repeat(1_100_000) }] }, finishReason: 'STOP' }],
      usageMetadata: { totalTokenCount: 9 },
    });
    for (let fromEnd = 4; fromEnd < 90; fromEnd += 3) {
      const cut = bytes.length - fromEnd;
      const seen = watch('sse', [Buffer.from(bytes.slice(0, cut)), Buffer.from(bytes.slice(cut) + FIRST)]);
      expect(seen).toMatchObject({ sawFinish: true, usage: { totalTokenCount: 9 } });
      expect(seen.out.length).toBe(bytes.length + FIRST.length);
    }
  });

  it('treats what follows torn bare JSON alike, in one chunk or in many', () => {
    const [first, last] = [FIRST, LAST].map((bytes) => bytes.replaceAll('\r\n', '\n'));
    const torn = `${first}{\n  "error": {\n\n`;
    const whole = watch('sse', [Buffer.from(torn + last)]);
    expect(whole.out).toBe(first);
    expect(watch('sse', [Buffer.from(torn), Buffer.from(last!)])).toEqual(whole);
  });

  it('says that it stopped in the middle of a long event', () => {
    const tap = new ResponseTap('sse');
    tap.push(Buffer.from(`data: {"x":"${'A'.repeat(1_100_000)}`));
    expect(tap.passedPartial).toBe(true);
    expect(tap.end()).toBeUndefined();
    expect(tap.passedPartial).toBe(true);
  });
});
