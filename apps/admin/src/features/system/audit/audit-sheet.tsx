import type { AuditEntryDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { FactRows } from '../../../components/ui/fact-rows';
import { Sheet } from '../../../components/ui/sheet';
import { AuditDetails } from './audit-details';
import { useActionText } from './use-action-text';

interface AuditSheetProps {
  /** Open while there is one. */
  entry: AuditEntryDto | undefined;
  onClose: () => void;
}

/** One thing that an administrator did: when, from where, and what it changed. */
export function AuditSheet({ entry, onClose }: AuditSheetProps) {
  const { t, i18n } = useTranslation('system');
  const actionText = useActionText();
  if (!entry) return null;
  const at = new Date(entry.atMs);
  const time = at.toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <Sheet title={actionText(entry.action)} isOpen onClose={onClose}>
      <FactRows
        facts={[
          [t('audit.time'), time],
          [t('audit.subject'), entry.subject],
          [t('audit.actor'), t(`actor.${entry.actor}`)],
          [t('audit.address'), entry.address],
          [t('audit.session'), entry.session],
        ]}
      />
      {entry.details && <AuditDetails details={entry.details} />}
    </Sheet>
  );
}
