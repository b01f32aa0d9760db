import type { ChatCall, UserTurn } from '../protocols/chat';
import {
  conversationAfter,
  NEW_CONVERSATION,
  type Conversation,
  type ConversationEvent,
} from './conversation';

const TURN: UserTurn = { role: 'user', text: 'Hello', pictures: [] };
const CALL: ChatCall = { protocol: 'gemini', model: 'm', isStream: true, path: '/', body: {} };
const SENT: ConversationEvent = { kind: 'sent', turn: TURN, call: CALL, atMs: 0 };
const heard = (text: string, atMs = 5): ConversationEvent => ({
  kind: 'heard',
  frame: { atMs, text, data: text },
  piece: { text },
});
const head = (status: number): ConversationEvent => ({
  kind: 'answered',
  head: { status, statusText: '', headers: [['x-request-id', 'req_1']], atMs: 1 },
});
const after = (...events: ConversationEvent[]): Conversation =>
  events.reduce(conversationAfter, NEW_CONVERSATION);

it('grows by a turn of either side, and keeps the exchange', () => {
  const { turns, draft, answer, exchange } = after(
    { kind: 'drafted', draft: { text: 'Hello' } },
    SENT,
    head(200),
    heard('', 3),
    heard('Hi'),
    heard(' there', 9),
    { kind: 'ended', totalMs: 12 },
  );
  expect(turns).toEqual([
    TURN,
    { role: 'model', answer: expect.objectContaining({ text: 'Hi there' }), isPartial: false },
  ]);
  expect([draft.text, answer]).toEqual(['', undefined]);
  expect(exchange).toMatchObject({ firstTokenMs: 5, totalMs: 12, head: { status: 200 } });
  expect(exchange!.frames).toHaveLength(3);
});

it('keeps what had come when it is stopped', () => {
  const { turns, failure } = after(SENT, head(200), heard('Hi'), { kind: 'stopped', totalMs: 9 });
  expect(turns.at(-1)).toMatchObject({ role: 'model', answer: { text: 'Hi' }, isPartial: true });
  expect(failure).toBeUndefined();
});

it.each<[string, ConversationEvent]>([
  ['stopped', { kind: 'stopped', totalMs: 9 }],
  ['lost', { kind: 'lost', totalMs: 9 }],
])('gives the question back when it is %s before anything came', (_, event) => {
  expect(after(SENT, event)).toMatchObject({ turns: [], draft: { text: 'Hello' } });
});

it('does not replace what was written meanwhile', () => {
  const { draft } = after(SENT, { kind: 'drafted', draft: { text: 'Next' } }, { kind: 'lost', totalMs: 9 });
  expect(draft.text).toBe('Next');
});

it('tells a refusal as the client sees it, and gives the question back', () => {
  const said = JSON.stringify({
    error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'All keys rest.' },
  });
  const refusal: ConversationEvent = { kind: 'heard', frame: { atMs: 2, text: said, data: said }, piece: {} };
  expect(after(SENT, head(429), refusal, { kind: 'ended', totalMs: 3 })).toMatchObject({
    turns: [],
    draft: { text: 'Hello' },
    failure: { status: 429, code: 'RESOURCE_EXHAUSTED', message: 'All keys rest.', requestId: 'req_1' },
  });
});

it('keeps an answer that broke off, and tells why', () => {
  const broken: ConversationEvent = {
    kind: 'heard',
    frame: { atMs: 7, text: '' },
    piece: { fault: 'Cut off.' },
  };
  const { turns, failure } = after(SENT, head(200), heard('Hi'), broken, { kind: 'ended', totalMs: 8 });
  expect(turns.at(-1)).toMatchObject({ answer: { text: 'Hi' }, isPartial: true });
  expect(failure).toMatchObject({ message: 'Cut off.', requestId: 'req_1' });
});

it('forgets everything when it is cleared, and what comes late', () => {
  expect(after(SENT, heard('Hi'), { kind: 'cleared' }, heard('late'), { kind: 'ended', totalMs: 1 })).toEqual(
    NEW_CONVERSATION,
  );
});
