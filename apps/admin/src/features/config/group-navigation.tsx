import { Tabs } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/ui/select';
import { cn } from '../../lib/cn';
import type { SettingGroup } from './setting-groups';

interface GroupNavigationProps {
  groups: readonly SettingGroup[];
  /** The id of the group on show. */
  present: string;
  onChoose: (id: string) => void;
  /** How many unsaved changes a group holds. */
  changesIn: (group: SettingGroup) => number;
}

/** The tabs of the groups; a select where there is no room for them. Stands in `Tabs.Root`. */
export function GroupNavigation({ groups, present, onChoose, changesIn }: GroupNavigationProps) {
  const { t } = useTranslation('config');
  return (
    <>
      <Select
        aria-label={t('groups')}
        className="mb-3 w-full md:hidden"
        value={present}
        onChange={(event) => onChoose(event.target.value)}
      >
        {groups.map((group) => (
          <option key={group.id} value={group.id}>
            {group.label}
          </option>
        ))}
      </Select>
      <Tabs.List aria-label={t('groups')} className="hidden w-52 shrink-0 flex-col gap-0.5 md:flex">
        {groups.map((group) => {
          const changes = changesIn(group);
          return (
            <Tabs.Trigger
              key={group.id}
              value={group.id}
              className={cn(
                'flex items-center justify-between gap-2 rounded-md px-2.5 py-1.5 text-start text-soft',
                'hover:bg-hover hover:text-ink data-[state=active]:bg-hover data-[state=active]:font-medium data-[state=active]:text-ink',
              )}
            >
              {group.label}
              {changes > 0 && (
                <span className="rounded-full bg-accent px-1.5 text-xs text-accent-ink">{changes}</span>
              )}
            </Tabs.Trigger>
          );
        })}
      </Tabs.List>
    </>
  );
}
