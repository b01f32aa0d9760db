import type { AuditAction } from '@gemini-balance/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The words for what an administrator did; what this dashboard does not know is shown as it came. */
export function useActionText(): (action: string) => string {
  const { t, i18n } = useTranslation('system');
  return useCallback(
    (action) => {
      const isKnown = (name: string): name is AuditAction =>
        i18n.exists(`audit.actions.${name}`, { ns: 'system' });
      return isKnown(action) ? t(`audit.actions.${action}`) : action;
    },
    [t, i18n],
  );
}
