import { errorFixture, type Fault } from '@gemini-balance/gemini-simulator';

/** What a fault of the simulator makes of an attempt, whichever way the gateway takes it. */
export interface Proof {
  /** The outcome of the classification table in docs/protocol-notes.md; `ok` where the answer is whole. */
  readonly outcome: string;
  /** `whole`: the text is all there. `other`: it ends well, with another text or none. `broken`: it does not. `either`: the bytes decide. */
  readonly ending: 'whole' | 'other' | 'broken' | 'either';
}

const WHOLE: Proof = { outcome: 'ok', ending: 'whole' };
/** The fault may strike behind the last byte. */
const MAYBE_CUT: Proof = { outcome: 'truncated', ending: 'either' };
const broken = (outcome: string): Proof => ({ outcome, ending: 'broken' });

/** @param isStream whether upstream was asked for a stream: some faults act on nothing else */
export function proofOf(fault: Fault | undefined, isStream: boolean): Proof {
  switch (fault?.kind) {
    case 'error':
      return proofOfFixture(fault.fixture, isStream);
    case 'first-event-error':
    case 'mid-stream-error':
      return isStream ? broken(errorFixture(fault.fixture).outcome) : WHOLE;
    case 'reset':
      return typeof fault.at === 'object' ? MAYBE_CUT : broken('network_failed');
    case 'latency':
      return broken('network_failed');
    case 'html':
    case 'empty':
      return broken('empty_reply');
    case 'cut':
      // As far as anybody can tell, half a reply that ends in peace is a reply without sense.
      return fault.isClean && !isStream ? { outcome: 'empty_reply', ending: 'either' } : MAYBE_CUT;
    case 'stall':
      return MAYBE_CUT;
    case 'finish-reason':
      return fault.on === 'none' ? { outcome: 'truncated', ending: isStream ? 'broken' : 'either' } : WHOLE;
    case 'blocked-prompt':
      return { outcome: 'ok', ending: 'other' };
    case 'empty-candidate':
    case 'no-candidates':
      return { outcome: 'empty_reply', ending: 'other' };
    default:
      return WHOLE;
  }
}

function proofOfFixture(name: string, isStream: boolean): Proof {
  const { status, outcome } = errorFixture(name);
  if (status !== 200) return broken(outcome);
  // A whole reply where a stream was asked for is a thing of its own.
  return isStream ? { outcome: 'empty_reply', ending: 'other' } : { outcome, ending: 'other' };
}
