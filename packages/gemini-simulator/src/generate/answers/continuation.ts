import { invalidArgument, type ApiReply } from '../../wire/api-reply';
import type { Answer } from './answer';
import type { Chunk } from './chunk';

/** The part of a long answer that one request gets (docs/protocol-notes.md, "Stream framing"). */
export interface Hop {
  readonly answer: Answer;
  /** Absent on the last hop. */
  readonly nextToken?: string;
}

/** The hop that `token` asks for, the first without one; or upstream's refusal of a token it never gave. */
export function hopOf(answer: Answer, token: string | undefined, hops: number): Hop | ApiReply {
  const hop = token === undefined ? 0 : numberOf(token);
  if (hop === undefined || hop > hops) return invalidArgument('Invalid continuation token.');
  const characters = [...answer.text];
  const at = (n: number) => Math.floor((n * characters.length) / (hops + 1));
  const text = characters.slice(at(hop), at(hop + 1)).join('');
  return { answer: { ...answer, text }, ...(hop < hops ? { nextToken: tokenOf(hop + 1) } : {}) };
}

/** The last chunk of a hop that is not the last: finish reason CONTINUATION and the token. */
export function continued(chunk: Chunk, nextToken: string): Chunk {
  const candidates = chunk.candidates as Chunk[];
  return {
    ...chunk,
    candidates: candidates.map((candidate) => ({
      ...candidate,
      finishReason: 'CONTINUATION',
      continuationToken: nextToken,
    })),
  };
}

function tokenOf(hop: number): string {
  return Buffer.from(`continue at hop ${hop}`).toString('base64url');
}

function numberOf(token: string): number | undefined {
  const match = /^continue at hop (\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  return match ? Number(match[1]) : undefined;
}
