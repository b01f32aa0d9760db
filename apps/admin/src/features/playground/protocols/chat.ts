import type { ModelThinkingDto } from '@gemini-balance/shared';

export const PROTOCOL_IDS = ['openai-chat', 'gemini', 'anthropic-messages', 'openai-responses'] as const;
export type ProtocolId = (typeof PROTOCOL_IDS)[number];

export const EFFORTS = ['low', 'medium', 'high'] as const;
export type Effort = (typeof EFFORTS)[number];

export interface Picture {
  mimeType: string;
  /** Base64. */
  data: string;
}

export interface Usage {
  inputTokens?: number;
  /** What the dialect counts as output: with or without thoughts. */
  outputTokens?: number;
  thinkingTokens?: number;
}

/** What a frame, or a whole body, adds to an answer. */
export interface AnswerPiece {
  text?: string;
  thoughts?: string;
  pictures?: Picture[];
  usage?: Usage;
  /** Why the answer ended, as the dialect calls it. */
  finish?: string;
  /** What a client is told when the answer fails after it began. */
  fault?: string;
  /** Parts of Gemini's form, which have to come back as they are. */
  parts?: object[];
}

export interface Answer extends AnswerPiece {
  text: string;
  thoughts: string;
  pictures: Picture[];
  parts: object[];
}

export interface UserTurn {
  role: 'user';
  text: string;
  pictures: Picture[];
}

export interface ModelTurn {
  role: 'model';
  answer: Answer;
  /** Whether the reader stopped it, or it broke off. */
  isPartial: boolean;
}

export type Turn = UserTurn | ModelTurn;

/** How the next answer is to be. What is undefined is left to the model. */
export interface ChatSettings {
  protocol: ProtocolId;
  model: string;
  isStream: boolean;
  system: string;
  temperature?: number;
  maxTokens?: number;
  effort?: Effort;
}

/** Everything that a request for the next answer is made of. */
export interface Chat extends ChatSettings {
  turns: readonly Turn[];
  /** How the model thinks; undefined where nobody knows it. */
  thinking?: ModelThinkingDto;
}

/** One request of a client: always a POST of JSON. */
export interface ChatCall {
  protocol: ProtocolId;
  model: string;
  isStream: boolean;
  path: string;
  body: Record<string, unknown>;
}

/** One dialect, as far as a chat without tools goes. */
export interface ChatProtocol {
  toCall: (chat: Chat) => ChatCall;
  /** Reads the data of a frame, and the body of an answer that is not streamed. */
  read: (said: unknown) => AnswerPiece;
}

export function noAnswer(): Answer {
  return { text: '', thoughts: '', pictures: [], parts: [] };
}

/** The answer with a further piece. Of usage and ending the last one counts. */
export function withPiece(answer: Answer, piece: AnswerPiece): Answer {
  const { usage, finish, fault } = piece;
  return {
    ...answer,
    text: answer.text + (piece.text ?? ''),
    thoughts: answer.thoughts + (piece.thoughts ?? ''),
    pictures: piece.pictures?.length ? [...answer.pictures, ...piece.pictures] : answer.pictures,
    parts: piece.parts?.length ? [...answer.parts, ...piece.parts] : answer.parts,
    ...(usage && { usage: { ...answer.usage, ...usage } }),
    ...(finish && { finish }),
    ...(fault && { fault }),
  };
}

/** Whether there is something to read in it. */
export function hasContent({ text, thoughts, pictures }: AnswerPiece): boolean {
  return Boolean(text) || Boolean(thoughts) || (pictures?.length ?? 0) > 0;
}
