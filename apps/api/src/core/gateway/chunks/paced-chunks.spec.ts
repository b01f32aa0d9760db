import { Cancellation } from '../../cancellation';
import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import { FakeClock } from '../../testing/fake-clock';
import { CollectedChunks } from './collected-chunks';
import { PacedChunks } from './paced-chunks';

const RULES = { minDelayMs: 16, maxDelayMs: 24, shortText: 10, longText: 50, pieceSize: 5 };

const said = (part: object, more: object = {}): GenerateContentResponse => ({
  candidates: [{ content: { role: 'model', parts: [part] }, index: 0, ...more }],
});
const textOf = ({ candidates }: GenerateContentResponse) => candidates?.[0]?.content?.parts?.[0]?.text;

function aPacedStream(rules = RULES) {
  const chunks: GenerateContentResponse[] = [];
  const clock = new FakeClock();
  const clientLeft = new Cancellation();
  const paced = new PacedChunks(new CollectedChunks(chunks), rules, clock, clientLeft);
  /** Lets time pass until everything is handed out. */
  const settle = async (): Promise<void> => {
    let isSettled = false;
    const settled = paced.settled().then(() => (isSettled = true));
    while (!isSettled) {
      clock.advance(24);
      await Promise.resolve();
    }
    await settled;
  };
  return { paced, chunks, clock, clientLeft, settle };
}

it('hands a text out in pieces with pauses, its end and usage with the last', async () => {
  const { paced, chunks, clock, settle } = aPacedStream();
  paced.take({ ...said({ text: 'abc' }, { finishReason: 'STOP' }), usageMetadata: { promptTokenCount: 1 } });
  expect(paced.flush()).toBe(false);
  expect(chunks.map(textOf)).toEqual(['a']);
  clock.advance(23);
  await Promise.resolve();
  expect(chunks).toHaveLength(1);
  await settle();
  expect(chunks.map(textOf)).toEqual(['a', 'b', 'c']);
  expect(chunks.map((chunk) => chunk.candidates?.[0]?.finishReason)).toEqual([undefined, undefined, 'STOP']);
  expect(chunks.map((chunk) => chunk.usageMetadata !== undefined)).toEqual([false, false, true]);
});

it.each([
  ['thoughts', said({ text: 'thinking hard', thought: true })],
  ['calls', said({ functionCall: { name: 'f' } })],
  ['pictures', said({ inlineData: { mimeType: 'image/png', data: 'AAAA' } })],
  ['pictures that are written out', said({ text: '![](data:image/png;base64,AAAA)' })],
  ['an end without text', { candidates: [{ finishReason: 'STOP' }] }],
])('hands %s on whole', async (_, chunk) => {
  const { paced, chunks, settle } = aPacedStream();
  paced.take(chunk);
  await settle();
  expect(chunks).toEqual([chunk]);
});

it('keeps the order of what came', async () => {
  const { paced, chunks, settle } = aPacedStream();
  paced.take(said({ text: 'ab' }));
  paced.take(said({ functionCall: { name: 'f' } }));
  paced.take(said({ text: 'cd' }));
  await settle();
  expect(chunks.map(textOf)).toEqual(['a', 'b', undefined, 'c', 'd']);
});

it('slows upstream down while pieces wait, and lets it go on after them', async () => {
  const { paced, settle } = aPacedStream();
  let resumed = 0;
  paced.onDrain(() => resumed++);
  paced.take(said({ text: 'abc' }));
  expect(paced.flush()).toBe(false);
  expect(resumed).toBe(0);
  await settle();
  expect(resumed).toBe(1);
  expect(paced.flush()).toBe(true);
});

it('forgets what nobody waits for any more', async () => {
  const { paced, chunks, clientLeft } = aPacedStream();
  paced.take(said({ text: 'abcdef' }));
  const settled = paced.settled();
  clientLeft.cancel();
  await settled;
  expect(chunks).toHaveLength(1);
});

it('goes on after pieces without pauses between them', () => {
  const { paced, chunks } = aPacedStream({ ...RULES, minDelayMs: 0, maxDelayMs: 0 });
  for (const text of ['abc', 'def']) {
    paced.take(said({ text }));
    expect(paced.flush()).toBe(true);
  }
  expect(chunks.map(textOf).join('')).toBe('abcdef');
});
