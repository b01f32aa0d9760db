import {
  aFaultySimulator,
  ARRAY,
  askForStream,
  finishReasons,
  QUESTION,
  SSE,
} from '../testing/a-faulty-simulator';
import { aSimulator, ask, closeSimulators, eventsOf, KEY } from '../testing/a-simulator';
import { rawPost } from '../testing/raw-exchange';

describe('faults of a stream', () => {
  afterEach(closeSimulators);

  it('an error as first event comes with status 200', async () => {
    const reply = await askForStream(
      await aFaultySimulator({ kind: 'first-event-error', fixture: '503-overloaded' }),
    );
    expect(reply.status).toBe(200);
    expect(eventsOf(reply.text).map((event) => JSON.parse(event).error.code)).toEqual([503]);
  });

  it.each(['data', 'bare', 'glued'] as const)(
    'an error midway (%s) follows good events and ends the stream',
    async (form) => {
      const sim = await aFaultySimulator({
        kind: 'mid-stream-error',
        fixture: '429-per-minute-array',
        afterEvents: 2,
        form,
      });
      const { text } = await askForStream(sim);
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
    const reply = await askForStream(
      await aFaultySimulator({ kind: 'mid-stream-error', fixture: '503-overloaded', afterEvents: 2 }),
      ARRAY,
    );
    expect(reply.json).toHaveLength(3);
    expect(reply.json[2].error.status).toBe('UNAVAILABLE');
  });

  it('finish reasons come on each event or on none', async () => {
    const each = finishReasons(
      (await askForStream(await aFaultySimulator({ kind: 'finish-reason', on: 'each' }))).text,
    );
    const none = finishReasons(
      (await askForStream(await aFaultySimulator({ kind: 'finish-reason', on: 'none' }))).text,
    );
    expect(new Set(each)).toEqual(new Set(['STOP']));
    expect(new Set(none)).toEqual(new Set([undefined]));
    expect(each).toHaveLength(none.length);
  });

  it('usage comes on the last event or on none', async () => {
    const usages = async (on: 'last' | 'none') =>
      eventsOf((await askForStream(await aFaultySimulator({ kind: 'usage', on }))).text).map(
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
    const { text } = await askForStream(await aFaultySimulator({ kind: 'line-ending', ending }));
    expect(text.endsWith(blank)).toBe(true);
    expect(text.split(blank)).toHaveLength(eventsOf(text).length + 1);
  });

  it('a giant line is one event', async () => {
    const { text } = await askForStream(await aFaultySimulator({ kind: 'giant-line', bytes: 1_000_000 }));
    expect(Math.max(...eventsOf(text).map((event) => event.length))).toBeGreaterThan(1_000_000);
    expect(eventsOf(text)).toHaveLength(5);
  });

  it('a split divides characters and loses none', async () => {
    const honest = await askForStream(await aSimulator());
    const sim = await aFaultySimulator({ kind: 'split-characters', size: 1 });
    expect((await askForStream(sim)).text).toBe(honest.text);
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
