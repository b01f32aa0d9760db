import { useTranslation } from 'react-i18next';
import type { Answer } from '../protocols/chat';
import { AnswerText } from './answer-text';
import { PictureStrip } from './picture-strip';

/** Endings that need no word. */
const USUAL = ['stop', 'STOP', 'end_turn', 'completed'];

interface AnswerViewProps {
  answer: Answer;
  isPartial?: boolean;
  /** Thoughts are open while there is nothing else to read. */
  isThinking?: boolean;
}

/** What a model said: its thoughts apart, its words, its pictures. */
export function AnswerView({ answer, isPartial = false, isThinking = false }: AnswerViewProps) {
  const { t } = useTranslation('playground');
  const { thoughts, text, pictures, finish = '' } = answer;
  const isUnusual = finish !== '' && !USUAL.includes(finish);
  const isSilent = !text && pictures.length === 0 && !isThinking;
  return (
    <article aria-label={t('role.model')} className="space-y-2">
      {thoughts && (
        <details open={isThinking || undefined} className="rounded-md border px-3 py-2 text-soft">
          <summary className="cursor-pointer font-medium">{t('thoughts')}</summary>
          <p className="mt-1 break-words whitespace-pre-wrap">{thoughts}</p>
        </details>
      )}
      {text && <AnswerText text={text} />}
      <PictureStrip pictures={pictures} isLarge />
      {isSilent && <p className="text-soft">{t('silent')}</p>}
      {isPartial && <p className="text-resting">{t('partial')}</p>}
      {isUnusual && (
        <p className="text-resting">
          {t('finish')} <code className="font-mono text-[0.8125rem]">{finish}</code>
        </p>
      )}
    </article>
  );
}
