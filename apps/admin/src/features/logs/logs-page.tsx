import { Tabs } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../layout/page-header';
import { useUrlFilters } from '../../lib/use-url-filters';
import { RequestSheet } from './details/request-sheet';
import { ErrorsTab } from './errors/errors-tab';
import { FilesTab } from './files/files-tab';
import { LiveTab } from './live/live-tab';
import { LOG_FILTERS, LOG_TABS, type LogTab } from './narrowing/log-filters';
import { RequestLookup } from './request-lookup';
import { RequestsTab } from './requests/requests-tab';
import { useOpenedRequest } from './use-opened-request';

/** What happened, and what happens. */
export function LogsPage() {
  const { t } = useTranslation('logs');
  const state = useUrlFilters(LOG_FILTERS);
  const { openedId, open, close } = useOpenedRequest();
  const tab = state.filters.tab ?? 'errors';
  return (
    <>
      <PageHeader title={t('title')}>
        <RequestLookup onLookUp={open} />
      </PageHeader>
      <Tabs.Root
        value={tab}
        onValueChange={(chosen) => state.change({ tab: chosen as LogTab })}
        className="flex flex-1 flex-col"
      >
        <Tabs.List aria-label={t('title')} className="mb-3 flex gap-1 overflow-x-auto border-b">
          {LOG_TABS.map((name) => (
            <Tabs.Trigger
              key={name}
              value={name}
              className="-mb-px border-b-2 border-transparent px-3 py-2 font-medium whitespace-nowrap text-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
            >
              {t(`tab.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={tab} className="flex flex-1 flex-col outline-none" tabIndex={-1}>
          {tab === 'errors' && <ErrorsTab state={state} />}
          {tab === 'requests' && <RequestsTab state={state} />}
          {tab === 'live' && <LiveTab state={state} />}
          {tab === 'files' && <FilesTab state={state} />}
        </Tabs.Content>
      </Tabs.Root>
      <RequestSheet requestId={openedId} onClose={close} />
    </>
  );
}
