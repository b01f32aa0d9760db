import { type Fault, loadErrorFixtures, loadReplyFixtures } from '@gemini-balance/gemini-simulator';
import { pick } from '../../test/support/fuzzing/seeded-random';
import { wholeNumber } from '../chance';
import { isKeysOwn } from '../oracle/patience';
import { proofOf } from '../oracle/proof';

type Random = () => number;

const errors = loadErrorFixtures().map(({ name }) => name);
const eventErrors = loadErrorFixtures()
  .filter(({ name, body }) => typeof body === 'object' && name !== '400-string-code')
  .map(({ name }) => name);
const replies = loadReplyFixtures().map(({ name }) => name);

/** Something goes wrong, each kind by its own dice. */
const FAILURES: readonly ((random: Random) => Fault)[] = [
  (random) => ({ kind: 'error', fixture: pick(errors, random) }),
  (random) => ({ kind: 'first-event-error', fixture: pick(eventErrors, random) }),
  (random) => ({
    kind: 'mid-stream-error',
    fixture: pick(eventErrors, random),
    afterEvents: wholeNumber(1, 4, random),
    form: pick(['data', 'bare', 'glued'] as const, random),
  }),
  (random) => ({ kind: 'error', fixture: pick(replies, random) }),
  (random) => ({
    kind: 'reset',
    at: pick(['connect', 'headers', { bytes: wholeNumber(0, 1_500, random) }] as const, random),
  }),
  (random) => ({ kind: 'cut', atByte: wholeNumber(0, 2_500, random), isClean: random() < 0.5 }),
  (random) =>
    pick(
      [{ kind: 'html' }, { kind: 'empty' }, { kind: 'no-candidates' }, { kind: 'empty-candidate' }] as const,
      random,
    ),
  () => ({ kind: 'finish-reason', on: 'none' }),
];

/** Upstream falls silent. Seldom, for each costs as long as the gateway waits. */
const SILENCE_CHANCE = 0.06;
const SILENCES: typeof FAILURES = [
  (random) => ({ kind: 'stall', afterBytes: wholeNumber(0, 2_500, random) }),
  () => ({ kind: 'latency', ms: 60_000 }),
];

/** Odd, and yet an answer. */
const ODDITIES: readonly ((random: Random) => Fault)[] = [
  (random) => ({ kind: 'split-characters', size: wholeNumber(1, 7, random) }),
  (random) => ({ kind: 'line-ending', ending: pick(['crlf', 'lf', 'cr'] as const, random) }),
  () => ({ kind: 'giant-line', bytes: 1_100_000 }),
  () => ({ kind: 'finish-reason', on: 'each' }),
  (random) => ({ kind: 'usage', on: pick(['last', 'none'] as const, random) }),
  () => ({ kind: 'blocked-prompt' }),
  () => ({ kind: 'array' }),
];

/** What upstream does with the attempts of one request: up to three failures, or the same one for ever, and then perhaps an odd answer. */
export function aScript(random: Random): Fault[] {
  const aFailure = (): Fault => pick(random() < SILENCE_CHANCE ? SILENCES : FAILURES, random)(random);
  const fate = random();
  if (fate < 0.15) return [];
  if (fate < 0.3) return sameAgain(aFailure());
  const failures = Array.from({ length: wholeNumber(0, 3, random) }, aFailure);
  return random() < 0.5 ? failures : [...failures, pick(ODDITIES, random)(random)];
}

/** From every key; of what is a key's own fault no more than a few, or one request would try them all. */
function sameAgain(fault: Fault): Fault[] {
  const { outcome } = proofOf(fault, true);
  return Array<Fault>(isKeysOwn(outcome) ? 4 : 12).fill(fault);
}
