import { useTranslation } from 'react-i18next';
import texts from '../../locales/en/jobs.json';
import { useReasonText } from '../../locales/use-reason-text';

/** The words for kinds of jobs, and for what came of a thing; what this dashboard does not know is shown as it came. */
export function useJobWords(): { kind: (kind: string) => string; reason: (reason: string) => string } {
  const { t } = useTranslation('jobs');
  const reasonText = useReasonText();
  return {
    kind: (kind) => {
      const name = kind.replaceAll('.', '_').replaceAll('-', '_');
      return isKnown(name, texts.kind) ? t(`kind.${name}`) : kind;
    },
    reason: (reason) => (isKnown(reason, texts.result) ? t(`result.${reason}`) : reasonText(reason)),
  };
}

function isKnown<Texts extends object>(name: PropertyKey, texts: Texts): name is keyof Texts {
  return Object.hasOwn(texts, name);
}
