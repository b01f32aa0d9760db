import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../layout/page-header';
import { AuditPanel } from './audit/audit-panel';
import { ProxiesPanel } from './proxies-panel';
import { SchedulesPanel } from './schedules-panel';
import { SessionsPanel } from './sessions/sessions-panel';
import { StoragePanel } from './storage/storage-panel';
import { VersionPanel } from './version-panel';

/** What the gateway does by itself, what it keeps, how it reaches out, and who administers it. */
export function SystemPage() {
  const { t } = useTranslation('system');
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="mb-4 grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <SchedulesPanel />
          <SessionsPanel />
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <VersionPanel />
          <StoragePanel />
          <ProxiesPanel />
        </div>
      </div>
      <AuditPanel />
    </>
  );
}
