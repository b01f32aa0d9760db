import { ImagePlus, SendHorizontal, Square } from 'lucide-react';
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { Button } from '../../../components/ui/button';
import { Textarea } from '../../../components/ui/textarea';
import { cn } from '../../../lib/cn';
import { PictureStrip } from './picture-strip';
import { PICTURE_TYPES, readPictures } from './read-pictures';
import type { UsedConversation } from './use-conversation';

/** The field for the next question. Pictures come by paste, by drop and by choice. */
export function Composer({ chat, hasModel }: { chat: UsedConversation; hasModel: boolean }) {
  const { t } = useTranslation('playground');
  const { text, pictures } = chat.conversation.draft;
  const [isOver, setIsOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const hasSomething = text.trim() !== '' || pictures.length > 0;
  const maySend = hasModel && hasSomething && !chat.isBusy;

  const attach = async (files: readonly File[]): Promise<void> => {
    const { read, refused } = await readPictures(files);
    if (read.length > 0) chat.write({ pictures: [...pictures, ...read] });
    for (const { name, reason } of refused) toast.error(t(`refused.${reason}`, { name }));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    void attach([...event.dataTransfer.files]);
  };
  const press = (event: KeyboardEvent): void => {
    // While an input method is open, Enter takes its proposal.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (maySend) chat.send();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (maySend) chat.send();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={cn('space-y-2 rounded-b-lg border-t p-3', isOver && 'bg-accent-tint')}
    >
      <PictureStrip
        pictures={pictures}
        onRemove={(gone) => chat.write({ pictures: pictures.filter((_, index) => index !== gone) })}
      />
      <Textarea
        aria-label={t('question')}
        placeholder={t('questionHint')}
        rows={3}
        className="min-h-18"
        value={text}
        onChange={(event) => chat.write({ text: event.target.value })}
        onKeyDown={press}
        onPaste={({ clipboardData }) => void attach([...clipboardData.files])}
      />
      <div className="flex items-center justify-between gap-2">
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept={PICTURE_TYPES.join()}
          aria-label={t('attach')}
          onChange={({ target }) => {
            void attach([...(target.files ?? [])]);
            // The same file can be chosen again.
            target.value = '';
          }}
        />
        <Button onClick={() => chooser.current?.click()}>
          <ImagePlus aria-hidden />
          {t('attach')}
        </Button>
        {chat.isBusy ? (
          <Button onClick={chat.stop}>
            <Square aria-hidden />
            {t('stop')}
          </Button>
        ) : (
          <Button type="submit" variant="primary" disabled={!maySend}>
            <SendHorizontal aria-hidden />
            {t('send')}
          </Button>
        )}
      </div>
    </form>
  );
}
