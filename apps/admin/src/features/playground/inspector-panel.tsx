import { Tabs } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { EMPTY_DRAFT } from './conversation/conversation';
import type { UsedConversation } from './conversation/use-conversation';
import { ExchangeView } from './exchange/exchange-view';
import type { ChatCall } from './protocols/chat';
import { SnippetView } from './snippets/snippet-view';

const VIEWS = ['exchange', 'code'] as const;
const TRIGGER =
  '-mb-px border-b-2 border-transparent px-3 py-2 font-medium whitespace-nowrap text-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink';

/** What went over the wire, and programs that send the same. */
export function InspectorPanel({ chat }: { chat: UsedConversation }) {
  const { t } = useTranslation('playground');
  return (
    <Tabs.Root defaultValue="exchange" className="min-w-0 rounded-lg border bg-surface">
      <Tabs.List aria-label={t('inspector')} className="flex gap-1 border-b px-2">
        {VIEWS.map((view) => (
          <Tabs.Trigger key={view} value={view} className={TRIGGER}>
            {t(`view.${view}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="exchange" className="p-4 outline-none" tabIndex={-1}>
        <ExchangeView exchange={chat.conversation.exchange} />
      </Tabs.Content>
      <Tabs.Content value="code" className="p-4 outline-none" tabIndex={-1}>
        <SnippetView call={callToShow(chat, t('exampleQuestion'))} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

/** What is about to be sent; with nothing written, what was sent last; before that, an example. */
function callToShow({ conversation, callWith }: UsedConversation, example: string): ChatCall {
  const { draft, exchange } = conversation;
  if (draft.text.trim() !== '' || draft.pictures.length > 0) return callWith(draft);
  return exchange?.call ?? callWith({ ...EMPTY_DRAFT, text: example });
}
