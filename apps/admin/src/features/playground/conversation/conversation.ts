import { requestIdOf, type Exchange, type Frame, type ResponseHead } from '../exchange/exchange';
import {
  hasContent,
  noAnswer,
  withPiece,
  type Answer,
  type AnswerPiece,
  type ChatCall,
  type ModelTurn,
  type Picture,
  type Turn,
  type UserTurn,
} from '../protocols/chat';
import { toFailure, type Failure } from './failure';

/** What is being written, and not sent. */
export interface Draft {
  text: string;
  pictures: readonly Picture[];
}

export interface Conversation {
  turns: readonly Turn[];
  draft: Draft;
  /** What has come of the answer that is on its way. */
  answer?: Answer;
  /** The last request, with all that came back. */
  exchange?: Exchange;
  failure?: Failure;
}

/** What comes of a request. */
type News =
  | { kind: 'answered'; head: ResponseHead }
  | { kind: 'heard'; frame: Frame; piece: AnswerPiece }
  | { kind: 'ended'; totalMs: number }
  | { kind: 'stopped'; totalMs: number }
  | { kind: 'lost'; totalMs: number };

export type ConversationEvent =
  | { kind: 'drafted'; draft: Partial<Draft> }
  | { kind: 'sent'; turn: UserTurn; call: ChatCall; atMs: number }
  | { kind: 'cleared' }
  | News;

export const EMPTY_DRAFT: Draft = { text: '', pictures: [] };
export const NEW_CONVERSATION: Conversation = { turns: [], draft: EMPTY_DRAFT };

/** The conversation after something happened. Pure. */
export function conversationAfter(before: Conversation, event: ConversationEvent): Conversation {
  switch (event.kind) {
    case 'drafted':
      return { ...before, draft: { ...before.draft, ...event.draft } };
    case 'sent':
      return {
        turns: [...before.turns, event.turn],
        draft: EMPTY_DRAFT,
        answer: noAnswer(),
        exchange: { call: event.call, startedAtMs: event.atMs, frames: [] },
      };
    case 'cleared':
      return NEW_CONVERSATION;
    default: {
      const { exchange, answer } = before;
      // What comes of a request after the conversation was cleared belongs to nothing.
      return exchange && answer ? withNews(before, exchange, answer, event) : before;
    }
  }
}

function withNews(before: Conversation, exchange: Exchange, answer: Answer, news: News): Conversation {
  switch (news.kind) {
    case 'answered':
      return { ...before, exchange: { ...exchange, head: news.head } };
    case 'heard': {
      const { frame, piece } = news;
      const firstTokenMs = exchange.firstTokenMs ?? (hasContent(piece) ? frame.atMs : undefined);
      const frames = [...exchange.frames, frame];
      return { ...before, answer: withPiece(answer, piece), exchange: { ...exchange, frames, firstTokenMs } };
    }
    case 'ended':
      return settled(before, answer, { ...exchange, totalMs: news.totalMs }, failureOf(exchange, answer));
    case 'stopped':
      return settled(before, answer, { ...exchange, totalMs: news.totalMs }, undefined, true);
    case 'lost': {
      const failure = { code: 'unreachable', message: '', requestId: requestIdOf(exchange) };
      return settled(before, answer, { ...exchange, totalMs: news.totalMs }, failure);
    }
  }
}

/** An answer in which there is something stays. Where there is nothing, what was asked goes back to be sent again. */
function settled(
  { turns, draft }: Conversation,
  answer: Answer,
  exchange: Exchange,
  failure: Failure | undefined,
  isStopped = false,
): Conversation {
  const isPartial = isStopped || failure !== undefined;
  if (hasContent(answer) || !isPartial) {
    const turn: ModelTurn = { role: 'model', answer, isPartial };
    return { turns: [...turns, turn], draft, exchange, ...(failure && { failure }) };
  }
  const asked = turns.at(-1) as UserTurn;
  const isUntouched = draft.text === '' && draft.pictures.length === 0;
  return {
    turns: turns.slice(0, -1),
    draft: isUntouched ? { text: asked.text, pictures: asked.pictures } : draft,
    exchange,
    ...(failure && { failure }),
  };
}

function failureOf(exchange: Exchange, { fault }: Answer): Failure | undefined {
  const { head, frames } = exchange;
  const requestId = requestIdOf(exchange);
  if (head && head.status >= 400)
    return toFailure(head.status, frames.map(({ text }) => text).join(''), requestId);
  // The status was good before the answer broke off.
  return fault ? { status: head?.status, code: '', message: fault, requestId } : undefined;
}
