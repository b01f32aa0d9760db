import type { JsonObject } from '../../json-object';
import type { Citation } from './citations';

/** What a part of an answer tells the client, in words that belong to no dialect. */
export type ReplyPiece = TextPiece | ThoughtPiece | PicturePiece | CallPiece | CitationsPiece;

export interface TextPiece {
  readonly kind: 'text';
  /** Empty where only a signature came. */
  readonly text: string;
  /** The thought signature of the text. */
  readonly signature?: string;
}

/** A summary of what the model thought. */
export interface ThoughtPiece {
  readonly kind: 'thought';
  readonly text: string;
}

export interface PicturePiece {
  readonly kind: 'picture';
  /** Counted in its candidate, from 0. */
  readonly index: number;
  readonly mimeType: string;
  readonly base64: string;
}

/** A whole call. */
export interface CallPiece {
  readonly kind: 'call';
  /** Counted in its candidate, from 0. */
  readonly index: number;
  readonly call: ToldCall;
}

/** All sources of the answer, once its text is complete. */
export interface CitationsPiece {
  readonly kind: 'citations';
  readonly citations: readonly Citation[];
  /** What was searched for to find them. */
  readonly queries: readonly string[];
}

/** A call as the client is told of it. */
export interface ToldCall {
  /** No other call of the conversation has it. */
  readonly id: string;
  /** As the client knows the tool. */
  readonly name: string;
  readonly args: JsonObject;
  /** The one text of a tool that takes free text; undefined for all others. */
  readonly input?: string;
  readonly signature?: string;
}
