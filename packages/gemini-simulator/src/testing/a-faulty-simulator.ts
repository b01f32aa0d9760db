import type { Fault } from '../faults/fault';
import type { Simulator } from '../simulator';
import { aSimulator, eventsOf, MODEL, post, type Answered } from './a-simulator';

export const QUESTION = { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] };
export const SSE = `/v1beta/models/${MODEL}:streamGenerateContent?alt=sse`;
export const ARRAY = `/v1beta/models/${MODEL}:streamGenerateContent`;

/** A simulator on which the faults act for every request. */
export async function aFaultySimulator(...faults: Fault[]): Promise<Simulator> {
  const sim = await aSimulator();
  sim.on().do(...faults);
  return sim;
}

export function askForStream(sim: Simulator, path = SSE): Promise<Answered> {
  return post(sim, path, QUESTION);
}

/** The finish reason of each event. */
export function finishReasons(text: string): readonly (string | undefined)[] {
  return eventsOf(text).map((event) => {
    const { candidates } = JSON.parse(event) as { candidates?: readonly { finishReason?: string }[] };
    return candidates?.[0]?.finishReason;
  });
}
