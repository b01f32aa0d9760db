import { MessageSquare } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/query-view/notice';
import { hasContent } from '../protocols/chat';
import { AnswerView } from './answer-view';
import { Composer } from './composer';
import { FailureNotice } from './failure-notice';
import { TurnView } from './turn-view';
import type { UsedConversation } from './use-conversation';

/** Within so many pixels of its end a list follows what comes. */
const NEAR_END = 80;

/** The turns so far, the answer while it comes, and the field for the next question. */
export function ConversationPanel({ chat, hasModel }: { chat: UsedConversation; hasModel: boolean }) {
  const { t } = useTranslation('playground');
  const { turns, answer, failure } = chat.conversation;
  const list = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const element = list.current;
    if (element && follows.current) element.scrollTop = element.scrollHeight;
  }, [turns, answer, failure]);

  return (
    <section
      aria-label={t('conversation')}
      className="flex min-w-0 flex-col rounded-lg border bg-surface lg:sticky lg:top-4"
    >
      <div
        ref={list}
        role="log"
        aria-label={t('messages')}
        aria-busy={chat.isBusy}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          follows.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
        }}
        className="h-[45dvh] min-h-60 space-y-4 overflow-y-auto p-4 lg:h-[calc(100dvh-23.5rem)]"
      >
        {turns.length === 0 && !failure && (
          <Notice
            icon={<MessageSquare className="text-soft" aria-hidden />}
            title={t('empty.title')}
            text={t('empty.text')}
          />
        )}
        {turns.map((turn, index) => (
          <TurnView key={index} turn={turn} />
        ))}
        {answer &&
          (hasContent(answer) ? (
            <AnswerView answer={answer} isThinking={answer.text === ''} />
          ) : (
            <p className="pulse-softly text-soft">{t('waiting')}</p>
          ))}
        {failure && <FailureNotice failure={failure} />}
      </div>
      <Composer chat={chat} hasModel={hasModel} />
    </section>
  );
}
