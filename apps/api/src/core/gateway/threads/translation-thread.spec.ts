import { EventEmitter } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { InternalError, InvalidRequestError } from '../../gateway-error';
import { featuresOf } from '../../gemini/models/model-features';
import type { AdapterRecipe } from '../../protocol/adapter-recipe';
import type { Resolved } from '../../protocol/protocol-adapter';
import { serveTranslations } from './serve-translations';
import { TranslationThread } from './translation-thread';

const RECIPE: AdapterRecipe = {
  protocol: 'openai-chat',
  policy: { showsThoughts: false, thinkingBudgets: {}, safetySettings: [] },
};
const FEATURES = featuresOf('gemini-3-pro');

const bodyOf = (content: unknown) =>
  Buffer.from(JSON.stringify({ model: 'gemini-3-pro', stream: true, messages: [{ role: 'user', content }] }));
const resolved = (media: Resolved['media'] = new Map()): Resolved => ({ media, signatures: new Map() });

/** A thread whose other end lives on this one, behind a real port: what crosses is cloned or handed over. */
class FakeWorker extends EventEmitter {
  readonly #channel = new MessageChannel();

  constructor(isServing = true) {
    super();
    if (isServing) serveTranslations(this.#channel.port2);
    this.#channel.port1.on('message', (message) => this.emit('message', message));
  }

  postMessage(message: unknown, transfers: ArrayBuffer[]): void {
    this.#channel.port1.postMessage(message, transfers);
  }

  unref(): void {
    this.#channel.port1.unref();
  }

  async terminate(): Promise<number> {
    this.#channel.port1.close();
    return 0;
  }
}

function aThread() {
  const workers: FakeWorker[] = [];
  const thread = new TranslationThread(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as never;
  });
  return { thread, workers };
}

it('reads and translates on the other side', async () => {
  const { thread, workers } = aThread();
  const opened = await thread.open(
    RECIPE,
    bodyOf([{ type: 'image_url', image_url: { url: 'https://a.example/p' } }]),
  );
  expect(opened.asked).toMatchObject({ model: 'gemini-3-pro', isStream: true });
  expect(opened.needs).toEqual([{ kind: 'media', url: 'https://a.example/p' }]);
  const media = new Map([['https://a.example/p', { mimeType: 'image/png', base64: 'AAAA' }]]);
  const { bodies } = await opened.translate(resolved(media), FEATURES);
  expect(bodies.map((body) => JSON.parse(body.toString()) as unknown)).toMatchObject([
    { contents: [{ role: 'user', parts: [{ inlineData: { mimeType: 'image/png', data: 'AAAA' } }] }] },
  ]);
  expect(await opened.repair(resolved(media), FEATURES)).toBeUndefined();
  expect(workers).toHaveLength(1);
  await thread.stop();
});

it('keeps requests apart that are open at the same time', async () => {
  const { thread } = aThread();
  const texts = ['one', 'two', 'three'];
  const all = await Promise.all(texts.map((text) => thread.open(RECIPE, bodyOf(text))));
  const said: (string | undefined)[] = [];
  for (const opened of all) {
    const { bodies } = await opened.translate(resolved(), FEATURES);
    said.push(/one|two|three/.exec(String(bodies[0]))?.[0]);
  }
  expect(said).toEqual(texts);
  await thread.stop();
});

it('tells what is kept of a request, and goes on from what was kept', async () => {
  const { thread } = aThread();
  const recipe = { ...RECIPE, protocol: 'openai-responses' } as const;
  const body = Buffer.from('{"model":"gemini-3-pro","input":"Next","previous_response_id":"resp_1"}');
  const opened = await thread.open(recipe, body);
  const record = await opened.record();
  const items = [{ type: 'message', role: 'user', content: 'First' }];
  const recalled = await opened.recall(
    Buffer.from(JSON.stringify({ items, referenced: {}, signatures: {} })),
  );
  const { bodies } = await recalled.translate(resolved(), FEATURES);
  expect(JSON.parse(String(record))).toMatchObject([{ content: [{ text: 'Next' }] }]);
  expect(JSON.parse(String(bodies[0]))).toMatchObject({
    contents: [{ parts: [{ text: 'First' }, { text: 'Next' }] }],
  });
  expect(await (await thread.open(RECIPE, bodyOf('x'))).record()).toBeUndefined();
  await thread.stop();
});

it('refuses what is no request as it is refused here', async () => {
  const { thread } = aThread();
  const refused = thread.open(RECIPE, Buffer.from('{"model":"m"}'));
  await expect(refused).rejects.toBeInstanceOf(InvalidRequestError);
  await expect(refused).rejects.toMatchObject({ field: 'messages', status: 400 });
  await expect(thread.open(RECIPE, Buffer.from('{'))).rejects.toThrow('not valid JSON');
  const opened = await thread.open(
    RECIPE,
    bodyOf([{ type: 'image_url', image_url: { url: 'https://a.example' } }]),
  );
  await expect(opened.translate(resolved(), FEATURES)).rejects.toBeInstanceOf(InvalidRequestError);
  await thread.stop();
});

it('forgets a request that is closed', async () => {
  const { thread } = aThread();
  const opened = await thread.open(RECIPE, bodyOf('x'));
  opened.close();
  await expect(opened.translate(resolved(), FEATURES)).rejects.toBeInstanceOf(InternalError);
  await thread.stop();
});

it('fails what waited when the thread crashes, and starts another one', async () => {
  const silent = new FakeWorker(false);
  const good = new FakeWorker();
  const waiting = [silent, good];
  const thread = new TranslationThread(() => waiting.shift() as never);
  const lost = thread.open(RECIPE, bodyOf('x'));
  silent.emit('error', new Error('out of memory'));
  silent.emit('exit', 1);
  await expect(lost).rejects.toBeInstanceOf(InternalError);
  expect((await thread.open(RECIPE, bodyOf('y'))).asked.model).toBe('gemini-3-pro');
  await Promise.all([silent.terminate(), thread.stop()]);
});
