import type { ModelThinkingDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

/** How a model's thinking is steered, in a few words; a dash where it does not think. */
export function ThinkingText({ thinking }: { thinking: ModelThinkingDto | undefined }) {
  const { t, i18n } = useTranslation('models');
  if (thinking === undefined || thinking.control === 'none') return <span className="text-soft">–</span>;
  const count = new Intl.NumberFormat(i18n.language);
  const text =
    thinking.control === 'level'
      ? thinking.levels.map((level) => level.toLowerCase()).join(', ')
      : t('thinking.budget', { min: count.format(thinking.min), max: count.format(thinking.max) });
  return (
    <span className="block truncate" title={text}>
      {text}
    </span>
  );
}
