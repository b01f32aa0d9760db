import type { Candidate, GenerateContentResponse } from './generate-content-response';

/** One reply that is made of the pieces of a long one: contents in a row, everything else as the last piece that has it says. */
export function joinReplies(pieces: readonly GenerateContentResponse[]): GenerateContentResponse {
  if (pieces.length === 1) return pieces[0]!;
  const byIndex = new Map<number, Candidate>();
  for (const { candidates = [] } of pieces) {
    candidates.forEach((candidate, position) => {
      const index = candidate.index ?? position;
      byIndex.set(index, joined(byIndex.get(index), candidate));
    });
  }
  const candidates = [...byIndex.values()];
  const last = Object.assign({}, ...pieces) as GenerateContentResponse;
  return { ...last, ...(candidates.length > 0 && { candidates }) };
}

function joined(former: Candidate | undefined, later: Candidate): Candidate {
  if (former === undefined) return later;
  const parts = [...(former.content?.parts ?? []), ...(later.content?.parts ?? [])];
  const logprobsResult = {
    chosenCandidates: [
      ...(former.logprobsResult?.chosenCandidates ?? []),
      ...(later.logprobsResult?.chosenCandidates ?? []),
    ],
    topCandidates: [
      ...(former.logprobsResult?.topCandidates ?? []),
      ...(later.logprobsResult?.topCandidates ?? []),
    ],
  };
  const hasLogprobs = (former.logprobsResult ?? later.logprobsResult) !== undefined;
  return {
    ...former,
    ...later,
    content: { role: 'model', parts },
    ...(hasLogprobs && { logprobsResult }),
  };
}
