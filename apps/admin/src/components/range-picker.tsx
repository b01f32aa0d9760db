import { STATS_RANGES, type StatsRange } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Segmented } from './ui/segmented';

interface RangePickerProps {
  value: StatsRange;
  onChange: (range: StatsRange) => void;
}

/** Chooses how far back statistics go. */
export function RangePicker({ value, onChange }: RangePickerProps) {
  const { t } = useTranslation();
  const choices = STATS_RANGES.map((range) => ({ value: range, label: t(`range.${range}`) }));
  return <Segmented label={t('range.label')} choices={choices} value={value} onChange={onChange} />;
}
