import fc from 'fast-check';
import type { ReplyPiece } from '../../reply/reply-piece';
import { signaturesIn } from '../../signatures/sealed-signatures';
import { aContext } from '../../testing/adapt-context';
import type { BlockEvent } from './message';
import { MessageBlocks } from './message-blocks';

const text = fc.constantFrom('', 'Hi', ' there', 'END');
const call = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  name: fc.constant('f'),
  args: fc.constantFrom({}, { city: 'Oslo' }),
  signature: fc.constantFrom(undefined, 'c2ln'),
});
const piece: fc.Arbitrary<ReplyPiece> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('thought' as const), text: fc.constantFrom('Hm.', 'So.') }),
  fc.record({
    kind: fc.constant('picture' as const),
    index: fc.constant(0),
    mimeType: fc.constant('image/png'),
    base64: fc.constant('AAAA'),
  }),
  call.map(({ signature, ...rest }) => ({
    kind: 'call' as const,
    index: 0,
    call: { ...rest, ...(signature !== undefined && { signature }) },
  })),
  fc.constant({
    kind: 'citations' as const,
    citations: [{ url: 'https://a.example', title: 'a', startIndex: 0, endIndex: 1 }],
    queries: ['q'],
  }),
);
const shape = fc.record({
  hasThinking: fc.boolean(),
  isSerial: fc.boolean(),
  stopSequences: fc.constantFrom<string[]>([], ['END']),
});

/** Checks the events of any answer. */
function forEveryAnswer(check: (events: BlockEvent[], pieces: ReplyPiece[], hasThinking: boolean) => void) {
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 4 }), { maxLength: 5 }), shape, (chunks, asked) => {
      const blocks = new MessageBlocks(asked, aContext());
      const events = [...chunks.flatMap((pieces) => blocks.take(pieces)), ...blocks.end()];
      check(events, chunks.flat(), asked.hasThinking);
    }),
  );
}

describe('MessageBlocks', () => {
  it('opens one block at a time, without gaps, and closes each', () => {
    forEveryAnswer((events) => {
      let next = 0;
      let open: number | undefined;
      for (const { type, index } of events) {
        if (type === 'content_block_start') {
          expect([open, index]).toEqual([undefined, next++]);
          open = index;
        } else expect(index).toBe(open);
        if (type === 'content_block_stop') open = undefined;
      }
      expect(open).toBeUndefined();
    });
  });

  it('signs every block of thinking last of all, and has none for clients that did not switch it on', () => {
    forEveryAnswer((events, _, hasThinking) => {
      events.forEach((event, at) => {
        if (event.type !== 'content_block_start' || event.content_block.type !== 'thinking') return;
        expect(hasThinking).toBe(true);
        const end = events.findIndex(
          ({ type, index }) => type === 'content_block_stop' && index === event.index,
        );
        const deltas = events
          .slice(at + 1, end)
          .map((each) => ('delta' in each ? each.delta.type : each.type));
        expect(deltas.at(-1)).toBe('signature_delta');
        expect(deltas.slice(0, -1).every((type) => type === 'thinking_delta')).toBe(true);
      });
    });
  });

  it('hands the signature of each call to the thinking right before it', () => {
    forEveryAnswer((events, pieces, hasThinking) => {
      const signed = pieces.flatMap((each) =>
        each.kind === 'call' && each.call.signature ? [each.call.id] : [],
      );
      events.forEach((event, at) => {
        if (event.type !== 'content_block_start' || event.content_block.type !== 'tool_use') return;
        const before = events[at - 2];
        const sealed =
          before?.type === 'content_block_delta' && before.delta.type === 'signature_delta'
            ? signaturesIn(before.delta.signature)
            : new Map<string, string>();
        if (!hasThinking || !signed.includes(event.content_block.id)) expect(sealed.size).toBe(0);
        for (const id of sealed.keys()) expect(id).toBe(event.content_block.id);
      });
    });
  });
});
