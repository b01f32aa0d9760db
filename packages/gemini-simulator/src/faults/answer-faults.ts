import type { Chunk } from '../generate/answers/chunk';
import { faultOf, type Fault } from './fault';

/** The chunks as the answer faults leave them; a unary reply is a list of one. */
export function withAnswerFaults(chunks: readonly Chunk[], faults: readonly Fault[]): Chunk[] {
  return withUsage(withGiantLine(withFinishReason(withoutAnswer(chunks, faults), faults), faults), faults);
}

function withoutAnswer(chunks: readonly Chunk[], faults: readonly Fault[]): Chunk[] {
  const [first = {}] = chunks;
  const { candidates: _, ...rest } = first;
  const blocked = faultOf(faults, 'blocked-prompt');
  if (blocked) return [{ promptFeedback: { blockReason: blocked.reason ?? 'PROHIBITED_CONTENT' }, ...rest }];
  if (faultOf(faults, 'no-candidates')) return [rest];
  const empty = faultOf(faults, 'empty-candidate');
  if (empty)
    return [
      {
        ...rest,
        candidates: [{ content: { role: 'model' }, finishReason: empty.finishReason ?? 'STOP', index: 0 }],
      },
    ];
  return [...chunks];
}

function withFinishReason(chunks: readonly Chunk[], faults: readonly Fault[]): Chunk[] {
  const fault = faultOf(faults, 'finish-reason');
  if (!fault) return [...chunks];
  return chunks.map((chunk, n) => {
    const isOn = fault.on === 'each' || (fault.on !== 'none' && n === chunks.length - 1);
    return mapCandidates(chunk, ({ finishReason, ...candidate }) => ({
      ...candidate,
      ...(isOn ? { finishReason: fault.reason ?? finishReason ?? 'STOP' } : {}),
    }));
  });
}

function withGiantLine(chunks: readonly Chunk[], faults: readonly Fault[]): Chunk[] {
  const giant = faultOf(faults, 'giant-line');
  if (!giant) return [...chunks];
  const middle = Math.floor((chunks.length - 1) / 2);
  const part = { text: 'g'.repeat(giant.bytes) };
  return chunks.map((chunk, n) =>
    n === middle
      ? mapCandidates(chunk, (candidate) => ({ ...candidate, content: withPart(candidate.content, part) }))
      : chunk,
  );
}

function withUsage(chunks: readonly Chunk[], faults: readonly Fault[]): Chunk[] {
  const fault = faultOf(faults, 'usage');
  if (!fault) return [...chunks];
  return chunks.map((chunk, n) => {
    const { usageMetadata, ...rest } = chunk;
    return fault.on === 'last' && n === chunks.length - 1 ? { ...rest, usageMetadata } : rest;
  });
}

function mapCandidates(chunk: Chunk, change: (candidate: Chunk) => Chunk): Chunk {
  if (!Array.isArray(chunk.candidates)) return chunk;
  return { ...chunk, candidates: (chunk.candidates as Chunk[]).map(change) };
}

function withPart(content: unknown, part: Chunk): Chunk {
  const { parts = [], ...rest } = (content ?? {}) as { parts?: readonly Chunk[] };
  return { role: 'model', ...rest, parts: [...parts, part] };
}
