import { Eraser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button';
import { PageHeader } from '../../layout/page-header';
import { ChatBar } from './chat-bar';
import { ConversationPanel } from './conversation/conversation-panel';
import { useConversation } from './conversation/use-conversation';
import { InspectorPanel } from './inspector-panel';
import { SettingsPanel } from './settings-panel';
import { usePlaygroundSettings } from './use-playground-settings';

/** A chat through the gateway's own client routes, with all that a client would see, and programs that do the same. */
export function PlaygroundPage() {
  const { t } = useTranslation('playground');
  const { settings, change } = usePlaygroundSettings();
  const chat = useConversation(settings);
  const { turns, exchange } = chat.conversation;
  return (
    <>
      <PageHeader title={t('title')}>
        <Button disabled={turns.length === 0 && !exchange} onClick={chat.clear}>
          <Eraser aria-hidden />
          {t('clear')}
        </Button>
      </PageHeader>
      <ChatBar settings={settings} onChange={change} />
      <div className="grid min-w-0 flex-1 grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <ConversationPanel chat={chat} hasModel={settings.model !== ''} />
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <SettingsPanel settings={settings} onChange={change} />
          <InspectorPanel chat={chat} />
        </div>
      </div>
    </>
  );
}
