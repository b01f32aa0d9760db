import { FakeClock } from '../../testing/fake-clock';
import { aFrameClient } from '../../testing/frame-client';
import { ClientFrames } from './client-frames';
import { keepAlive } from './keep-alive';

describe('ClientFrames', () => {
  it('begins the response with the first frame and not before', () => {
    const client = aFrameClient();
    let firstFrames = 0;
    const frames = new ClientFrames(client, { 'x-own': '1' }, new FakeClock(), () => (firstFrames += 1));
    frames.write('');
    expect([client.head, frames.hasHead]).toEqual([undefined, false]);
    frames.write('data: 1\n\n');
    frames.write('data: 2\n\n');
    frames.end('data: 3\n\n');
    expect(client.head).toEqual([
      200,
      {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache',
        'x-accel-buffering': 'no',
        'x-own': '1',
      },
    ]);
    expect([client.text, client.isEnded, firstFrames]).toEqual([
      'data: 1\n\ndata: 2\n\ndata: 3\n\n',
      true,
      1,
    ]);
  });

  it('wakes everybody who waits for a slow client, and listens once', () => {
    const client = aFrameClient();
    const frames = new ClientFrames(client, {}, new FakeClock(), () => undefined);
    const woken: number[] = [];
    client.isSlow = true;
    expect(frames.write('data: 1\n\n')).toBe(false);
    for (const number of [1, 2, 3]) frames.onDrain(() => woken.push(number));
    expect(client.drains).toHaveLength(1);
    for (const drain of client.drains) drain();
    expect(woken).toEqual([1, 2, 3]);
  });
});

describe('keepAlive', () => {
  const start = (everyMs: number, text?: () => string) => {
    const client = aFrameClient();
    const clock = new FakeClock();
    const frames = new ClientFrames(client, {}, clock, () => undefined);
    const end = keepAlive(frames, clock, everyMs, text);
    const wait = async (ms: number) => {
      clock.advance(ms);
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { client, frames, end, wait };
  };

  it('sends a comment after each silence', async () => {
    const { client, frames, wait } = start(1_000);
    await wait(999);
    expect(client.head).toBeUndefined();
    await wait(1);
    await wait(1_000);
    expect(client.text).toBe(': keep-alive\n\n: keep-alive\n\n');
    expect([frames.hasHead, frames.hasFrames]).toEqual([true, false]);
  });

  it('goes on between frames, counted from the last of them, in the dialect of the client', async () => {
    const { client, frames, wait } = start(1_000, () => 'ping;');
    await wait(600);
    frames.write('1;');
    await wait(600);
    frames.write('2;');
    await wait(999);
    expect(client.text).toBe('1;2;');
    await wait(1);
    expect(client.text).toBe('1;2;ping;');
  });

  it('adds nothing to what a slow client has not read', async () => {
    const { client, frames, wait } = start(1_000);
    frames.write('data: 1\n\n');
    client.isSlow = true;
    await wait(1_000);
    expect(client.text).toBe('data: 1\n\n');
  });

  it('is silent once it is ended, and where it is switched off', async () => {
    const ended = start(1_000);
    ended.end();
    const off = start(0);
    for (const { wait } of [ended, off]) await wait(5_000);
    expect([ended.client.text, off.client.text]).toEqual(['', '']);
  });
});
