import { RecordingSink } from '../../testing/recording-sink';
import { WatchedReply } from './watched-reply';

function aWatch() {
  const seen: unknown[] = [];
  const watch = {
    whole: async (json: unknown) => void seen.push(json),
    beginning: (text: string) => {
      seen.push(text);
      return text.includes('"id"');
    },
    ending: (text: string) => void seen.push(text),
  };
  return { seen, watch };
}

it('gives a whole answer to the client once it was looked at', async () => {
  const { seen, watch } = aWatch();
  const sink = new RecordingSink();
  let release = () => {};
  const reply = new WatchedReply(sink, {
    ...watch,
    whole: () => new Promise((resolve) => (release = resolve)),
  });
  reply.sendWhole(200, {}, Buffer.from('{}'), {});
  expect(sink.status).not.toBe(200);
  release();
  await new Promise((resolve) => setImmediate(resolve));
  expect([sink.status, sink.text, seen]).toEqual([200, '{}', []]);
});

it('shows the beginning of a stream until that is enough, and its end', () => {
  const { seen, watch } = aWatch();
  const sink = new RecordingSink();
  const reply = new WatchedReply(sink, watch);
  reply.open(200, {});
  for (const piece of ['{', '"id": 1', '}', 'z'.repeat(40_000)]) reply.write(Buffer.from(piece));
  reply.end();
  expect(seen.slice(0, 2)).toEqual(['{', '{"id": 1']);
  expect(seen).toHaveLength(3);
  expect(seen[2]).toBe('z'.repeat(16 * 1024));
  expect([sink.text.length, sink.isEnded]).toEqual([40_009, true]);
});

it.each([
  [
    'https://upstream.example/download/v1beta/files/x:download?alt=media&key=k',
    '/download/v1beta/files/x:download?alt=media',
  ],
  ['/v1beta/files/y', '/v1beta/files/y'],
])('leads a client who is sent to %s to the same path here', async (location, path) => {
  const locations: unknown[] = [];
  const sink = new RecordingSink();
  sink.sendWhole = (_, headers) => void locations.push((headers as { location: string }).location);
  new WatchedReply(sink, aWatch().watch).sendWhole(302, { location }, Buffer.alloc(0));
  await new Promise((resolve) => setImmediate(resolve));
  expect(locations).toEqual([path]);
});
