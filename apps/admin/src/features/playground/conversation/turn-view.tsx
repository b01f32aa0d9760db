import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../protocols/chat';
import { AnswerView } from './answer-view';
import { PictureStrip } from './picture-strip';

/** One turn of either side. */
export const TurnView = memo(function TurnView({ turn }: { turn: Turn }) {
  const { t } = useTranslation('playground');
  if (turn.role === 'model') return <AnswerView answer={turn.answer} isPartial={turn.isPartial} />;
  return (
    <article
      aria-label={t('role.user')}
      className="ml-auto w-fit max-w-[85%] space-y-2 rounded-lg bg-accent-tint px-3 py-2"
    >
      <PictureStrip pictures={turn.pictures} />
      {turn.text && <p className="break-words whitespace-pre-wrap">{turn.text}</p>}
    </article>
  );
});
