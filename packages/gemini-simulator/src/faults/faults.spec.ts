import { loadErrorFixtures } from '../fixtures/load-fixtures';
import type { Simulator } from '../simulator';
import { aSimulator, ask, closeSimulators, eventsOf, KEY, MODEL, post } from '../testing/a-simulator';
import { rawPost } from '../testing/raw-exchange';
import { VirtualClock } from '../time/virtual-clock';
import type { Fault } from './fault';

const QUESTION = { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] };
const SSE = `/v1beta/models/${MODEL}:streamGenerateContent?alt=sse`;
const ARRAY = `/v1beta/models/${MODEL}:streamGenerateContent`;

const stream = (sim: Simulator, path = SSE) => post(sim, path, QUESTION);
const finishes = (text: string) =>
  eventsOf(text).map((event) => JSON.parse(event).candidates?.[0]?.finishReason);

async function withFault(...faults: Fault[]): Promise<Simulator> {
  const sim = await aSimulator();
  sim.on().do(...faults);
  return sim;
}

describe('fault rules', () => {
  afterEach(closeSimulators);

  it('act on what they name, as often as they say', async () => {
    const sim = await aSimulator({ keys: ['a', 'b'] });
    sim.on({ key: 'a', model: MODEL }).times(2).fail('503-overloaded');
    const statuses = [];
    for (const key of ['a', 'b', 'a', 'a']) statuses.push((await ask(sim, 'Hi', {}, key)).status);
    expect(statuses).toEqual([503, 200, 503, 200]);
  });

  it('act on the nth matching request only', async () => {
    const sim = await aSimulator({
      faults: [{ when: { nth: 2 }, do: { kind: 'error', fixture: '500-internal' } }],
    });
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await ask(sim, 'Hi')).status);
    expect(statuses).toEqual([200, 500, 200]);
  });

  it('act by chance in the same order for the same seed', async () => {
    const run = async (seed: number) => {
      const sim = await aSimulator({ seed });
      sim.on({ chance: 0.5 }).fail('500-internal');
      const statuses = [];
      for (let n = 0; n < 20; n++) statuses.push((await ask(sim, 'Hi')).status);
      return statuses;
    };
    const first = await run(3);
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await run(3)).toEqual(first);
    expect(await run(4)).not.toEqual(first);
  });

  it('can be taken back', async () => {
    const sim = await aSimulator();
    const takeBack = sim.on({ path: /generateContent$/ }).fail('500-internal');
    expect((await ask(sim, 'Hi')).status).toBe(500);
    takeBack();
    expect((await ask(sim, 'Hi')).status).toBe(200);
  });

  it('are refused at once where the fixture is unknown or cannot be an event', async () => {
    const sim = await aSimulator();
    expect(() => sim.on().fail('429-no-such')).toThrow('429-no-such');
    expect(() => sim.on().do({ kind: 'first-event-error', fixture: '502-html' })).toThrow('502-html');
  });
});

describe('faults of a reply', () => {
  afterEach(closeSimulators);

  it.each(loadErrorFixtures().map((fixture) => [fixture.name, fixture] as const))(
    '%s is sent as recorded',
    async (name, fixture) => {
      const reply = await ask(await withFault({ kind: 'error', fixture: name }), 'Hi');
      expect(reply.status).toBe(fixture.status);
      expect(reply.json ?? reply.text).toEqual(fixture.body);
    },
  );

  it.each<[string, Fault, string, string]>([
    ['an empty 200', { kind: 'empty' }, 'application/json; charset=UTF-8', ''],
    ['a web page', { kind: 'html' }, 'text/html; charset=UTF-8', '<!DOCTYPE html>'],
    ['an array', { kind: 'array' }, 'application/json; charset=UTF-8', '[\n'],
  ])('%s is a 200', async (_, fault, type, start) => {
    const reply = await ask(await withFault(fault), 'Hi');
    expect([reply.status, reply.type]).toEqual([200, type]);
    expect(reply.text.startsWith(start)).toBe(true);
    expect(reply.text === '').toBe(start === '');
  });

  it.each<[string, Fault, object]>([
    [
      'a blocked prompt',
      { kind: 'blocked-prompt', reason: 'SAFETY' },
      { promptFeedback: { blockReason: 'SAFETY' } },
    ],
    [
      'an empty candidate',
      { kind: 'empty-candidate' },
      { candidates: [{ content: { role: 'model' }, finishReason: 'STOP', index: 0 }] },
    ],
    [
      'another finish reason',
      { kind: 'finish-reason', reason: 'SAFETY' },
      { candidates: [expect.objectContaining({ finishReason: 'SAFETY' })] },
    ],
  ])('%s reads as upstream writes it', async (_, fault, shape) => {
    expect((await ask(await withFault(fault), 'Hi')).json).toMatchObject(shape);
  });

  it('no candidates leaves usage and nothing else', async () => {
    const { json } = await ask(await withFault({ kind: 'no-candidates' }), 'Hi');
    expect(Object.keys(json)).toEqual(['usageMetadata', 'modelVersion', 'responseId']);
  });
});

describe('faults of a stream', () => {
  afterEach(closeSimulators);

  it('an error as first event comes with status 200', async () => {
    const reply = await stream(await withFault({ kind: 'first-event-error', fixture: '503-overloaded' }));
    expect(reply.status).toBe(200);
    expect(eventsOf(reply.text).map((event) => JSON.parse(event).error.code)).toEqual([503]);
  });

  it.each(['data', 'bare', 'glued'] as const)(
    'an error midway (%s) follows good events and ends the stream',
    async (form) => {
      const sim = await withFault({
        kind: 'mid-stream-error',
        fixture: '429-per-minute-array',
        afterEvents: 2,
        form,
      });
      const { text } = await stream(sim);
      expect(eventsOf(text)).toHaveLength(form === 'data' ? 3 : 2);
      expect(/data: \{"error"/.test(text)).toBe(form === 'data');
      expect(text.includes('\r\n\r\n{\n  "error": {')).toBe(form !== 'data');
    },
  );

  it('glued JSON shares a write with the event before it, bare JSON does not', async () => {
    const readsOf = async (form: 'bare' | 'glued') => {
      const sim = await aSimulator({ events: 3, eventDelayMs: 20 });
      sim.on().do({ kind: 'mid-stream-error', fixture: '503-overloaded', afterEvents: 1, form });
      const { reads } = await rawPost(sim.port, SSE, KEY, QUESTION);
      return reads.filter((bytes) => bytes.includes('data: ') && bytes.includes('"error"')).length;
    };
    expect(await readsOf('glued')).toBe(1);
    expect(await readsOf('bare')).toBe(0);
  });

  it('an error without alt=sse is an element of the array', async () => {
    const reply = await stream(
      await withFault({ kind: 'mid-stream-error', fixture: '503-overloaded', afterEvents: 2 }),
      ARRAY,
    );
    expect(reply.json).toHaveLength(3);
    expect(reply.json[2].error.status).toBe('UNAVAILABLE');
  });

  it('finish reasons come on each event or on none', async () => {
    const each = finishes((await stream(await withFault({ kind: 'finish-reason', on: 'each' }))).text);
    const none = finishes((await stream(await withFault({ kind: 'finish-reason', on: 'none' }))).text);
    expect(new Set(each)).toEqual(new Set(['STOP']));
    expect(new Set(none)).toEqual(new Set([undefined]));
    expect(each).toHaveLength(none.length);
  });

  it('usage comes on the last event or on none', async () => {
    const usages = async (on: 'last' | 'none') =>
      eventsOf((await stream(await withFault({ kind: 'usage', on }))).text).map(
        (event) => 'usageMetadata' in JSON.parse(event),
      );
    expect(await usages('last')).toEqual([false, false, false, false, true]);
    expect(await usages('none')).toEqual([false, false, false, false, false]);
  });

  it.each([
    ['crlf', '\r\n\r\n'],
    ['lf', '\n\n'],
    ['cr', '\r\r'],
  ] as const)('lines end with %s', async (ending, blank) => {
    const { text } = await stream(await withFault({ kind: 'line-ending', ending }));
    expect(text.endsWith(blank)).toBe(true);
    expect(text.split(blank)).toHaveLength(eventsOf(text).length + 1);
  });

  it('a giant line is one event', async () => {
    const { text } = await stream(await withFault({ kind: 'giant-line', bytes: 1_000_000 }));
    expect(Math.max(...eventsOf(text).map((event) => event.length))).toBeGreaterThan(1_000_000);
    expect(eventsOf(text)).toHaveLength(5);
  });

  it('a split divides characters and loses none', async () => {
    const honest = await stream(await aSimulator());
    const sim = await withFault({ kind: 'split-characters', size: 1 });
    expect((await stream(sim)).text).toBe(honest.text);
    const { reads } = await rawPost(sim.port, SSE, KEY, QUESTION);
    expect(reads.length).toBeGreaterThan(50);
  });

  it('a continuation is resumed by its token, without a word lost', async () => {
    const sim = await aSimulator();
    const whole = (await ask(sim, 'Hi')).json.candidates[0].content.parts[0].text;
    sim.on().do({ kind: 'continuation', hops: 2 });
    let text = '';
    let token: string | undefined;
    const reasons = [];
    do {
      const [candidate] = (await ask(sim, 'Hi', token ? { continuationToken: token } : {})).json.candidates;
      text += candidate.content.parts[0].text;
      token = candidate.continuationToken;
      reasons.push(candidate.finishReason);
    } while (token);
    expect(text).toBe(whole);
    expect(reasons).toEqual(['CONTINUATION', 'CONTINUATION', 'STOP']);
  });
});

describe('faults of the connection', () => {
  afterEach(closeSimulators);

  it.each<[string, Fault, boolean]>([
    ['before the body is read', { kind: 'reset', at: 'connect' }, false],
    ['before the headers', { kind: 'reset', at: 'headers' }, false],
    ['after some bytes', { kind: 'reset', at: { bytes: 30 } }, true],
  ])('a reset %s reaches the client', async (_, fault, hasHead) => {
    const sim = await withFault(fault);
    const reply = await rawPost(sim.port, SSE, KEY, QUESTION);
    expect(reply.ending).toBe('reset');
    expect(reply.head.startsWith('HTTP/1.1 200')).toBe(hasHead);
    expect(await sim.requests[0]!.ended).toBe('broken');
  });

  it('a cut breaks the reply off at the byte', async () => {
    const sim = await withFault({ kind: 'cut', atByte: 25 });
    const reply = await rawPost(sim.port, `/v1/models/${MODEL}:generateContent`, KEY, QUESTION);
    expect(reply.ending).toBe('end');
    expect(reply.body).toHaveLength(25);
    expect(Number(/content-length: (\d+)/i.exec(reply.head)![1])).toBeGreaterThan(25);
  });

  it('a clean cut looks like a complete reply', async () => {
    const whole = await stream(await aSimulator());
    const { text } = await stream(await withFault({ kind: 'cut', atByte: 40, isClean: true }));
    expect(text).toBe(Buffer.from(whole.text).subarray(0, 40).toString());
  });

  it('a stall lasts until the client leaves, and the record says so', async () => {
    const sim = await withFault({ kind: 'stall', afterEvents: 1 });
    const leave = new AbortController();
    const reply = await fetch(`${sim.url}${SSE}`, {
      method: 'POST',
      headers: { 'x-goog-api-key': KEY },
      body: JSON.stringify(QUESTION),
      signal: leave.signal,
    });
    const first = await reply.body!.getReader().read();
    expect(eventsOf(Buffer.from(first.value as Uint8Array).toString())).toHaveLength(1);
    const request = await sim.nextRequest();
    expect(request.closedByClient).toBe(false);
    leave.abort();
    await request.closed;
    expect(request.closedByClient).toBe(true);
  });

  it.each<Fault>([
    { kind: 'stall', afterEvents: 2, ms: 5000 },
    { kind: 'stall', afterBytes: 7, ms: 5000 },
  ])('%j goes on after its time', async (fault) => {
    const clock = new VirtualClock();
    const sim = await aSimulator({ clock });
    const honest = await stream(sim);
    sim.on().do(fault);
    const [stalled] = await Promise.all([
      stream(sim),
      until(() => clock.sleeping === 1).then(() => clock.advance(5000)),
    ]);
    expect(finishes(stalled.text)).toEqual(finishes(honest.text));
  });

  it('latency holds the headers back, in virtual time too', async () => {
    const clock = new VirtualClock(0);
    const sim = await aSimulator({ clock });
    sim.on().do({ kind: 'latency', ms: 30_000 });
    const reply = ask(sim, 'Hi');
    const request = await sim.nextRequest();
    await until(() => clock.sleeping === 1);
    expect(request.status).toBeUndefined();
    await clock.advance(30_000);
    expect((await reply).status).toBe(200);
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
