import type { Fault, RecordedRequest } from '@gemini-balance/gemini-simulator';
import { inParallel } from '../../test/support/in-parallel';
import type { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { type Answer, ask } from '../clients/ask';
import type { ClientForm } from '../clients/story';
import { complaintAbout } from './complaint';
import { type Proof, proofOf } from './proof';

const AT_ONCE = 24;

/** One request of a load, and what upstream is to do with its attempts. */
export interface ScriptedCall {
  readonly form: ClientForm;
  /** The faults of its first attempts, in order; those that follow meet none. */
  readonly script: readonly Fault[];
}

/** A call that was not served as promised. */
export interface Complaint {
  readonly about: string;
  readonly form: string;
  readonly script: readonly Fault[];
  readonly attempts: readonly (number | undefined)[];
  readonly answer: Pick<Answer, 'status' | 'story' | 'headMs'>;
}

/** Names for the models of that many calls: each has one of its own, by which its attempts are known. */
export function scriptedModels(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `scripted-${n}`);
}

/**
 * Makes all calls, many at once, and judges each answer by what the simulator did.
 * @param rig its simulator knows `scriptedModels` of as many calls
 */
export async function complaintsAbout(
  rig: GatewayRig,
  calls: readonly ScriptedCall[],
  firstModel = 0,
): Promise<Complaint[]> {
  const models = scriptedModels(firstModel + calls.length).slice(firstModel);
  const answers = await inParallel(calls.length, AT_ONCE, async (n) => {
    const { form, script } = calls[n]!;
    const takeBack = script.map((fault, at) =>
      rig.simulator.on({ model: models[n]!, nth: at + 1 }).do(fault),
    );
    const answer = await ask(rig.gateway.url, form, models[n]!);
    takeBack.forEach((rule) => rule());
    return answer;
  });

  const attempts = new Map<string | undefined, RecordedRequest[]>(models.map((model) => [model, []]));
  for (const request of rig.simulator.requests) attempts.get(request.model)?.push(request);
  return calls.flatMap(({ form, script }, n) => {
    const made = attempts.get(models[n])!;
    const answer = answers[n]!;
    const about = complaintAbout(answer, proofsOf(made, script));
    if (about === undefined) return [];
    const { status, story, headMs } = answer;
    const shown = story && { ...story, text: story.text.slice(0, 300) };
    return [
      {
        about,
        form: form.name,
        script,
        attempts: made.map((one) => one.status),
        answer: { status, story: shown, headMs },
      },
    ];
  });
}

function proofsOf(attempts: readonly RecordedRequest[], script: readonly Fault[]): Proof[] {
  return attempts.map(({ action, closedByClient }, n) => {
    const proof = proofOf(script[n], action === 'streamGenerateContent');
    // The simulator can be slower than the gateway waits.
    return closedByClient && isWholeReply(script[n]) ? TOO_LATE : proof;
  });
}

const TOO_LATE: Proof = { outcome: 'network_failed', ending: 'broken' };

function isWholeReply(fault: Fault | undefined): boolean {
  return fault === undefined || fault.kind === 'error';
}
