import type { KeyGroupDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Tags } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/query-view/notice';
import { QueryView } from '../../../components/query-view/query-view';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { DIALOG_BUTTONS } from '../../../components/ui/dialog-styles';
import { Skeleton } from '../../../components/ui/skeleton';
import { keyQueries } from '../key-queries';
import { GroupForm } from './group-form';

interface GroupsDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

/** The groups of keys, and the models that each is used for. */
export function GroupsDialog({ isOpen, onClose }: GroupsDialogProps) {
  const { t } = useTranslation('keys');
  return (
    <Dialog title={t('groups.title')} description={t('groups.text')} isOpen={isOpen} onClose={onClose}>
      <Groups />
    </Dialog>
  );
}

function Groups() {
  const { t } = useTranslation('keys');
  const groups = useQuery(keyQueries.groups());
  const [edited, setEdited] = useState<KeyGroupDto | 'new'>();
  if (edited !== undefined)
    return <GroupForm group={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />;
  return (
    <>
      <QueryView
        query={groups}
        skeleton={<Skeleton className="h-24" />}
        isEmpty={(items) => items.length === 0}
        empty={
          <Notice
            icon={<Tags className="text-soft" aria-hidden />}
            title={t('groups.none')}
            text={t('groups.noneText')}
          />
        }
      >
        {(items) => (
          <ul className="divide-y rounded-md border">
            {items.map((group) => (
              <li key={group.name} className="flex items-center gap-2 px-3 py-2">
                <div className="min-w-0 flex-1">
                  <div className="flex gap-2">
                    <span className="truncate font-medium">{group.name}</span>
                    <span className="shrink-0 text-soft">{t('groups.keys', { count: group.keys })}</span>
                  </div>
                  <div className="truncate text-soft">
                    {group.models ? group.models.join(', ') : t('everyModel')}
                  </div>
                </div>
                <Button
                  variant="quiet"
                  size="icon"
                  aria-label={t('groups.edit', { name: group.name })}
                  onClick={() => setEdited(group)}
                >
                  <Pencil aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <div className={DIALOG_BUTTONS}>
        <Button onClick={() => setEdited('new')}>
          <Plus aria-hidden />
          {t('groups.add')}
        </Button>
      </div>
    </>
  );
}
