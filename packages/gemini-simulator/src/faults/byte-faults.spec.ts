import { aFaultySimulator, askForStream, finishReasons, QUESTION, SSE } from '../testing/a-faulty-simulator';
import { aSimulator, ask, closeSimulators, eventsOf, KEY, MODEL } from '../testing/a-simulator';
import { rawPost } from '../testing/raw-exchange';
import { VirtualClock } from '../time/virtual-clock';
import type { Fault } from './fault';

describe('faults of the connection', () => {
  afterEach(closeSimulators);

  it.each<[string, Fault, boolean]>([
    ['before the body is read', { kind: 'reset', at: 'connect' }, false],
    ['before the headers', { kind: 'reset', at: 'headers' }, false],
    ['after some bytes', { kind: 'reset', at: { bytes: 30 } }, true],
  ])('a reset %s reaches the client', async (_, fault, hasHead) => {
    const sim = await aFaultySimulator(fault);
    const reply = await rawPost(sim.port, SSE, KEY, QUESTION);
    expect(reply.ending).toBe('reset');
    expect(reply.head.startsWith('HTTP/1.1 200')).toBe(hasHead);
    expect(await sim.requests[0]!.ended).toBe('broken');
  });

  it('a cut breaks the reply off at the byte', async () => {
    const sim = await aFaultySimulator({ kind: 'cut', atByte: 25 });
    const reply = await rawPost(sim.port, `/v1/models/${MODEL}:generateContent`, KEY, QUESTION);
    expect(reply.ending).toBe('end');
    expect(reply.body).toHaveLength(25);
    expect(Number(/content-length: (\d+)/i.exec(reply.head)![1])).toBeGreaterThan(25);
  });

  it('a clean cut looks like a complete reply', async () => {
    const whole = await askForStream(await aSimulator());
    const { text } = await askForStream(await aFaultySimulator({ kind: 'cut', atByte: 40, isClean: true }));
    expect(text).toBe(Buffer.from(whole.text).subarray(0, 40).toString());
  });

  it.each<Fault>([
    { kind: 'stall', afterBytes: 1_000_000 },
    { kind: 'cut', atByte: 1_000_000 },
  ])('%j strikes behind the last byte, and no later request suffers for it', async (fault) => {
    const sim = await aSimulator();
    sim.on().once().do(fault);
    expect((await ask(sim, 'one')).status).toBe(200);
    expect((await ask(sim, 'two')).status).toBe(200);
  });

  it('a stall lasts until the client leaves, and the record says so', async () => {
    const sim = await aFaultySimulator({ kind: 'stall', afterEvents: 1 });
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
    const honest = await askForStream(sim);
    sim.on().do(fault);
    const [stalled] = await Promise.all([
      askForStream(sim),
      until(() => clock.sleeping === 1).then(() => clock.advance(5000)),
    ]);
    expect(finishReasons(stalled.text)).toEqual(finishReasons(honest.text));
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
