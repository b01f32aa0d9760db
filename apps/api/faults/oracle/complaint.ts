import type { Answer } from '../clients/ask';
import { mayGiveUp, wentTooFar } from './patience';
import type { Proof } from './proof';

/** The simulator's answer, all of it and once, but for the long line that a fault puts in its middle. */
const WHOLE_TEXT = /^You said: ".*"\.( \S+){12}\.$/s;

/**
 * Says what is wrong with an answer, given what upstream really did for it; undefined where the client was served as promised.
 * @param proofs of the attempts that upstream saw for it, in order
 */
export function complaintAbout(answer: Answer, proofs: readonly Proof[]): string | undefined {
  const last = proofs.at(-1);
  const outcomes = proofs.map(({ outcome }) => outcome);
  const { story } = answer;
  if (story === undefined) return `cannot be read: ${answer.torn}`;
  if (wentTooFar(outcomes)) return 'asked on though the request was at fault';

  if (story.fault !== undefined) {
    if (story.fault.trim() === '') return 'an error without words';
    if (answer.status === 200 && !answer.form.isStream) return 'an error with status 200';
    if (story.text === '' && !story.thoughts && !mayGiveUp(outcomes, answer.headMs))
      return 'a failure that another key would have avoided';
    return last?.ending === 'whole' ? 'an error after a whole answer' : undefined;
  }
  if (!story.isFinished) return isAsGiven(answer, last) ? undefined : 'neither an end nor an error';
  if (last === undefined || last.ending === 'broken') return 'an end that upstream never reached';
  const isText = WHOLE_TEXT.test(story.text.replace(/g{1000,}/, ''));
  return isText || last.ending === 'other' ? undefined : `not the whole text: ${story.text.slice(0, 300)}`;
}

/** What holds nothing, or gives no reason for its end, is passed on in its own dialect as upstream gave it. */
function isAsGiven({ form }: Answer, last: Proof | undefined): boolean {
  return last?.ending === 'other' || (last?.ending === 'either' && !form.isStream);
}
