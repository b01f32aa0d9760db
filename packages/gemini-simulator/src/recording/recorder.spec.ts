import { connect } from 'node:net';
import { aSimulator, ask, closeSimulators, KEY, MODEL } from '../testing/a-simulator';

describe('the record', () => {
  afterEach(closeSimulators);

  it('keeps what came: line, headers, key, body and end', async () => {
    const sim = await aSimulator();
    await ask(sim, 'Hi');
    const [request] = sim.requests;
    expect(request).toMatchObject({
      n: 1,
      method: 'POST',
      path: `/v1beta/models/${MODEL}:generateContent`,
      key: KEY,
      model: MODEL,
      status: 200,
    });
    expect(request!.headers['x-goog-api-key']).toBe(KEY);
    expect(request!.json).toEqual({ contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] });
    expect(await request!.ended).toBe('answered');
    await expect(request!.closed).rejects.toThrow('answered');
  });

  it('hands out each request once, also those that came before', async () => {
    const sim = await aSimulator();
    await ask(sim, 'one');
    const early = await sim.nextRequest();
    const next = sim.nextRequest();
    await ask(sim, 'two');
    expect([early.n, (await next).n]).toEqual([1, 2]);
    expect((await sim.waitForRequest((request) => request.body.includes('one'))).n).toBe(1);
  });

  it('tells of a request whose body is still on its way, and of a client that leaves meanwhile', async () => {
    const sim = await aSimulator();
    const socket = connect(sim.port, '127.0.0.1');
    socket.write(
      `POST /v1/models/${MODEL}:generateContent HTTP/1.1\r\nHost: sim\r\nx-goog-api-key: ${KEY}\r\nContent-Length: 1000\r\n\r\nhalf`,
    );
    const request = await sim.nextRequest(undefined, { at: 'headers' });
    expect(request.isRead).toBe(false);
    socket.destroy();
    await request.closed;
    expect(request.status).toBeUndefined();
  });

  it('remembers no more than it was told to', async () => {
    const sim = await aSimulator({ recordLimit: 2 });
    for (const text of ['one', 'two', 'three']) await ask(sim, text);
    expect(sim.requests.map((request) => request.n)).toEqual([2, 3]);
  });

  it('rejects those who wait when the simulator closes', async () => {
    const sim = await aSimulator();
    const waiting = expect(sim.nextRequest()).rejects.toThrow('closed');
    await sim.close();
    await waiting;
  });
});
