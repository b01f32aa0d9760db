import type { SettingsDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchFilter } from '../../components/filter-bar/search-filter';
import { LeaveGuard } from '../../components/leave-guard';
import { Notice } from '../../components/query-view/notice';
import { QueryView } from '../../components/query-view/query-view';
import { Skeleton } from '../../components/ui/skeleton';
import { PageHeader } from '../../layout/page-header';
import { words } from '../../lib/url-filters';
import { useUrlFilters } from '../../lib/use-url-filters';
import { pickLanguage } from '../../locales/language';
import { ChangesBar } from './changes-bar';
import { configQueries } from './config-queries';
import { useDraft } from './draft/use-draft';
import { GroupNavigation } from './group-navigation';
import { ResetMenu } from './reset-menu';
import { groupsOf, groupsWith } from './setting-groups';
import { SettingList } from './setting-list';
import { SettingNotes } from './setting-notes';

const FILTERS = { group: words(60), search: words(200) };

/** Every setting of the gateway. */
export function ConfigPage() {
  const settings = useQuery(configQueries.settings());
  return (
    <QueryView query={settings} skeleton={<ConfigSkeleton />}>
      {(loaded) => <ConfigView settings={loaded} />}
    </QueryView>
  );
}

function ConfigView({ settings }: { settings: SettingsDto }) {
  const { t, i18n } = useTranslation('config');
  const { filters, change } = useUrlFilters(FILTERS);
  const state = useDraft(settings);
  const groups = groupsOf(settings.settings, pickLanguage(i18n.language, []));
  const group = groups.find(({ id }) => id === filters.group) ?? groups[0]!;
  const found = filters.search === undefined ? undefined : groupsWith(groups, filters.search);
  const onSearch = useCallback((search: string | undefined) => change({ search }), [change]);
  return (
    <>
      <PageHeader title={t('title')}>
        <ResetMenu settings={settings} group={group} />
      </PageHeader>
      <div role="search" className="mb-3 flex">
        <SearchFilter
          label={t('search')}
          value={filters.search}
          onChange={onSearch}
          className="sm:max-w-md"
        />
      </div>
      <SettingNotes settings={settings} />
      {found ? (
        <div className="space-y-4">
          {found.length === 0 && (
            <Notice
              icon={<SearchX className="text-soft" aria-hidden />}
              title={t('nothing.title')}
              text={t('nothing.text')}
            />
          )}
          {found.map((matching) => (
            <SettingList key={matching.id} group={matching} state={state} />
          ))}
        </div>
      ) : (
        <Tabs.Root
          orientation="vertical"
          activationMode="manual"
          value={group.id}
          onValueChange={(id) => change({ group: id })}
          className="flex-1 md:flex md:items-start md:gap-5"
        >
          <GroupNavigation
            groups={groups}
            present={group.id}
            onChoose={(id) => change({ group: id })}
            changesIn={(of) => of.settings.filter(({ name }) => name in state.draft.changes).length}
          />
          <Tabs.Content value={group.id} className="min-w-0 flex-1 outline-none">
            <SettingList key={group.id} group={group} state={state} />
          </Tabs.Content>
        </Tabs.Root>
      )}
      <ChangesBar state={state} settings={settings.settings} />
      <LeaveGuard
        isNeeded={Object.keys(state.draft.changes).length > 0}
        title={t('leave.title')}
        text={t('leave.text')}
        confirmLabel={t('leave.confirm')}
      />
    </>
  );
}

function ConfigSkeleton() {
  return (
    <div className="space-y-3">
      <Skeleton className="h-9 w-40" />
      <Skeleton className="h-9" />
      <Skeleton className="h-96" />
    </div>
  );
}
