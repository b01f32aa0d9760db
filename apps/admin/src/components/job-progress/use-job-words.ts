import { useTranslation } from 'react-i18next';
import type { Texts } from '../../locales/load-texts';
import { useReasonText } from '../../locales/use-reason-text';

type Kind = keyof Texts['jobs']['kind'];
type Result = keyof Texts['jobs']['result'];

/** The words for kinds of jobs, and for what came of a thing; what this dashboard does not know is shown as it came. */
export function useJobWords(): { kind: (kind: string) => string; reason: (reason: string) => string } {
  const { t, i18n } = useTranslation('jobs');
  const reasonText = useReasonText();
  const isKind = (name: string): name is Kind => i18n.exists(`kind.${name}`, { ns: 'jobs' });
  const isResult = (reason: string): reason is Result => i18n.exists(`result.${reason}`, { ns: 'jobs' });
  return {
    kind: (kind) => {
      const name = kind.replaceAll('.', '_').replaceAll('-', '_');
      return isKind(name) ? t(`kind.${name}`) : kind;
    },
    reason: (reason) => (isResult(reason) ? t(`result.${reason}`) : reasonText(reason)),
  };
}
