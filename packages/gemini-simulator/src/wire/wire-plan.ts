import type { ApiReply } from './api-reply';

/** What is going to be written, write by write. Known whole before the first byte, so that faults can rearrange it. */
export interface WirePlan {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly pieces: readonly WirePiece[];
  readonly ending: 'finish' | 'break' | 'reset' | 'stall';
}

/** One write to the socket. */
export interface WirePiece {
  readonly bytes: Buffer;
  /** Milliseconds to wait before the write. */
  readonly pauseMs: number;
  /** How many events are complete once it is written. */
  readonly events: number;
}

/** A reply in one write, with its length told. */
export function wholePlan(reply: ApiReply): WirePlan {
  return {
    status: reply.status,
    headers: {
      'content-type': reply.contentType,
      ...reply.headers,
      'content-length': String(reply.body.length),
    },
    pieces: [{ bytes: reply.body, pauseMs: 0, events: 1 }],
    ending: 'finish',
  };
}
