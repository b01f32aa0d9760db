import type { SentenceDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import type { Texts } from './load-texts';

/** What sentences of the gateway are about. */
export type SentenceSubject = keyof Texts['sentences'];

/** The words for a sentence of the gateway; one that this dashboard does not know is shown as it came. */
export function useSentence(about: SentenceSubject): (sentence: SentenceDto) => string {
  const { t, i18n } = useTranslation('sentences');
  return ({ code, values, message }) => {
    const name = `${about}.${code}`;
    return i18n.exists(name, { ns: 'sentences', ...values }) ? t(name as never, values) : message;
  };
}
