import { eventsOf } from '../support/clients/stream-events';
import { GatewayRig, type StreamForm } from '../support/rigs/gateway-rig';

interface StreamedEvent {
  readonly error?: { readonly code: number };
  readonly candidates?: readonly [
    {
      readonly content: { readonly parts: readonly { readonly text?: string }[] };
      readonly finishReason?: string;
    },
  ];
}

interface Story {
  readonly text: string;
  readonly isFinished: boolean;
  readonly error: number | undefined;
}

const FORMS: readonly StreamForm[] = ['sse', 'json-array'];
let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { MAX_RETRIES: '1' } });
  await rig.addKeys(2);
});
afterAll(() => rig.close());
afterEach(() => rig.simulator.clearFaults());

/** What a client makes of a stream; throws where it is torn. */
function storyOf(reply: string, form: StreamForm): Story {
  const events = eventsOf(reply, form) as StreamedEvent[];
  const error = events.at(-1)?.error?.code;
  const told = error === undefined ? events : events.slice(0, -1);
  const parts = told.map(({ candidates }) => candidates?.[0]);
  return {
    text: parts.flatMap((candidate) => candidate?.content.parts.map(({ text }) => text ?? '') ?? []).join(''),
    isFinished: parts.at(-1)?.finishReason !== undefined,
    error,
  };
}

/** The first and last bytes, each end of an event and its surroundings, and some bytes that split a character. */
function interestingBytes(reply: Buffer, form: StreamForm): number[] {
  const boundary = form === 'sse' ? '\r\n\r\n' : '\r\n,';
  const at = new Set([0, 1, 2, reply.length - 1]);
  for (let end = reply.indexOf(boundary); end !== -1; end = reply.indexOf(boundary, end + 1)) {
    for (const offset of [-1, 0, 1, 2, 3, 4, 5, 7, 40]) at.add(end + offset);
  }
  for (let n = 0; n < reply.length; n++)
    if (reply[n]! >= 0xf0)
      at.add(n + 1)
        .add(n + 2)
        .add(n + 3);
  return [...at].filter((byte) => byte < reply.length).sort((a, b) => a - b);
}

describe.each(FORMS)('a stream of the form %s', (form) => {
  it.each([
    ['breaks off', false],
    ['ends as if that were all', true],
  ])('that %s after any byte is completed by another key, or ends in an error', async (_, isClean) => {
    const model = rig.freshModel();
    const whole = Buffer.from(await (await rig.stream(model, form)).arrayBuffer());
    const { text } = storyOf(whole.toString(), form);
    const bytes = interestingBytes(whole, form);
    expect(bytes.length).toBeGreaterThan(20);
    let completed = 0;

    for (const atByte of bytes) {
      rig.simulator.on({ model }).once().do({ kind: 'cut', atByte, isClean });
      const response = await rig.stream(model, form);
      const story = storyOf(await response.text(), form);
      const isComplete = story.error === undefined;
      expect({ atByte, status: response.status, ...story, isPrefix: text.startsWith(story.text) }).toEqual({
        atByte,
        status: 200,
        text: isComplete ? text : expect.any(String),
        isFinished: isComplete || expect.any(Boolean),
        error: isComplete ? undefined : 502,
        isPrefix: true,
      });
      if (isComplete) completed++;
    }
    expect(completed).toBeGreaterThan(0);
    expect(completed).toBeLessThan(bytes.length);
  });

  it('without a finish reason ends in an error', async () => {
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'finish-reason', on: 'none' });
    const story = storyOf(await (await rig.stream(model, form)).text(), form);
    expect(story).toEqual({ text: expect.stringContaining('You said'), isFinished: false, error: 502 });
  });

  it('with a finish reason on each event is passed on to its end', async () => {
    const model = rig.freshModel();
    const whole = storyOf(await (await rig.stream(model, form)).text(), form);
    rig.simulator.on({ model }).do({ kind: 'finish-reason', on: 'each' });
    expect(storyOf(await (await rig.stream(model, form)).text(), form)).toEqual(whole);
  });

  it.each([1, 2, 3, 7])('that comes in pieces of %i bytes is the same', async (size) => {
    const model = rig.freshModel();
    const whole = storyOf(await (await rig.stream(model, form)).text(), form);
    rig.simulator.on({ model }).do({ kind: 'split-characters', size });
    expect(storyOf(await (await rig.stream(model, form)).text(), form)).toEqual(whole);
  });

  it.each([1_100_000, 3_000_000])('with a line of %i bytes is passed on whole', async (bytes) => {
    const model = rig.freshModel();
    const whole = storyOf(await (await rig.stream(model, form)).text(), form);
    rig.simulator.on({ model }).do({ kind: 'giant-line', bytes });
    const story = storyOf(await (await rig.stream(model, form)).text(), form);
    expect([story.error, story.isFinished, story.text.length]).toEqual([
      undefined,
      true,
      whole.text.length + bytes,
    ]);
  });
});

it('completes a whole reply that was cut, and never passes half of one on', async () => {
  const model = rig.freshModel();
  const { length } = Buffer.from(await (await rig.generate(model)).arrayBuffer());
  for (const atByte of [0, 1, Math.floor(length / 2), length - 1]) {
    for (const isClean of [true, false]) {
      rig.simulator.on({ model }).once().do({ kind: 'cut', atByte, isClean });
      const response = await rig.generate(model);
      expect([response.status, await response.json()]).toEqual([
        200,
        expect.objectContaining({ candidates: [expect.objectContaining({ finishReason: 'STOP' })] }),
      ]);
    }
  }
});
