import type { WirePiece, WirePlan } from '../wire/wire-plan';
import { faultOf, type Fault } from './fault';

/** The plan as the byte faults leave it. */
export function withByteFaults(plan: WirePlan, faults: readonly Fault[]): WirePlan {
  const faulty = withStall(withEnd(withSplit(plan, faults), faults), faults);
  if (faulty.ending === 'finish') return faulty;
  // The reply may be whole before the fault; then no further request is to suffer for it on the same connection.
  return { ...faulty, headers: { ...faulty.headers, connection: 'close' } };
}

function withSplit(plan: WirePlan, faults: readonly Fault[]): WirePlan {
  const split = faultOf(faults, 'split-characters');
  if (!split) return plan;
  const size = Math.max(1, split.size);
  const pieces = plan.pieces.flatMap((piece, n) => {
    const before = plan.pieces[n - 1]?.events ?? 0;
    return Array.from({ length: Math.ceil(piece.bytes.length / size) }, (_, part): WirePiece => {
      const end = (part + 1) * size;
      return {
        bytes: piece.bytes.subarray(part * size, end),
        pauseMs: part === 0 ? piece.pauseMs : 0,
        events: end >= piece.bytes.length ? piece.events : before,
      };
    });
  });
  return { ...plan, pieces };
}

function withEnd(plan: WirePlan, faults: readonly Fault[]): WirePlan {
  const reset = faultOf(faults, 'reset');
  if (reset && typeof reset.at === 'object')
    return { ...plan, pieces: firstBytes(plan.pieces, reset.at.bytes), ending: 'reset' };
  const cut = faultOf(faults, 'cut');
  if (!cut) return plan;
  const pieces = firstBytes(plan.pieces, cut.atByte);
  if (!cut.isClean) return { ...plan, pieces, ending: 'break' };
  const { 'content-length': _, ...headers } = plan.headers;
  return { ...plan, pieces, headers };
}

function withStall(plan: WirePlan, faults: readonly Fault[]): WirePlan {
  const stall = faultOf(faults, 'stall');
  if (!stall) return plan;
  const before =
    stall.afterBytes === undefined
      ? firstEvents(plan.pieces, stall.afterEvents ?? 0)
      : firstBytes(plan.pieces, stall.afterBytes);
  if (stall.ms === undefined) return { ...plan, pieces: before, ending: 'stall' };
  const [next, ...rest] = afterBytes(plan.pieces, totalBytes(before));
  return next
    ? { ...plan, pieces: [...before, { ...next, pauseMs: next.pauseMs + stall.ms }, ...rest] }
    : plan;
}

function firstEvents(pieces: readonly WirePiece[], count: number): WirePiece[] {
  if (count <= 0) return [];
  const last = pieces.findIndex((piece) => piece.events >= count);
  return last < 0 ? [...pieces] : pieces.slice(0, last + 1);
}

function firstBytes(pieces: readonly WirePiece[], count: number): WirePiece[] {
  let left = count;
  return pieces.flatMap((piece) => {
    const bytes = piece.bytes.subarray(0, Math.max(0, left));
    left -= piece.bytes.length;
    return bytes.length > 0 ? [{ ...piece, bytes }] : [];
  });
}

function afterBytes(pieces: readonly WirePiece[], count: number): WirePiece[] {
  let skipped = count;
  return pieces.flatMap((piece) => {
    const bytes = piece.bytes.subarray(Math.min(skipped, piece.bytes.length));
    skipped -= Math.min(skipped, piece.bytes.length);
    return bytes.length > 0 ? [{ ...piece, bytes }] : [];
  });
}

function totalBytes(pieces: readonly WirePiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.bytes.length, 0);
}
