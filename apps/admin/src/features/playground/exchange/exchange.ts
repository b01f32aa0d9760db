import type { ChatCall } from '../protocols/chat';

export type Header = readonly [name: string, value: string];

/** One event of a stream, or the body of an answer that is none. */
export interface Frame {
  /** Since the request was sent. */
  atMs: number;
  /** As it came, without the empty line at its end. */
  text: string;
  /** What it says; absent for comments, which keep a connection alive. */
  data?: string;
}

export interface ResponseHead {
  status: number;
  statusText: string;
  headers: readonly Header[];
  atMs: number;
}

/** A request and all that came back. */
export interface Exchange {
  call: ChatCall;
  startedAtMs: number;
  head?: ResponseHead;
  frames: readonly Frame[];
  /** When the first frame with content came. */
  firstTokenMs?: number;
  /** Absent while the answer is on its way. */
  totalMs?: number;
}

/** The id under which the gateway logs it; undefined where no answer came. */
export function requestIdOf({ head }: Exchange): string | undefined {
  return head?.headers.find(([name]) => name === 'x-request-id')?.[1];
}
