import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fromLocalInput, toLocalInput } from '../../lib/local-time';
import { midnight, TIME_RANGES, type Moments, type TimeRange } from '../../lib/time-range';
import { Input } from '../ui/input';
import { Select } from '../ui/select';

/** A range, or moments of one's own. */
export interface ChosenTime extends Moments {
  range?: TimeRange;
}

interface TimeRangeFilterProps {
  value: ChosenTime;
  /** All three are given; undefined for those that are not set. */
  onChange: (chosen: ChosenTime) => void;
}

/** Narrows a list to a time: one of a few ranges, or from a moment to another. */
export function TimeRangeFilter({ value: { range, fromMs, toMs }, onChange }: TimeRangeFilterProps) {
  const { t } = useTranslation();
  const hasMoments = range === undefined && (fromMs !== undefined || toMs !== undefined);
  const [isCustom, setIsCustom] = useState(hasMoments);
  const showsMoments = hasMoments || (isCustom && range === undefined);
  const choose = (chosen: string): void => {
    setIsCustom(chosen === 'custom');
    const from = chosen === 'custom' ? midnight(Date.now(), 0) : undefined;
    onChange({ range: TIME_RANGES.find((known) => known === chosen), fromMs: from, toMs: undefined });
  };
  return (
    <>
      <Select
        aria-label={t('range.label')}
        className="max-w-48"
        value={showsMoments ? 'custom' : (range ?? '')}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t('range.any')}</option>
        {TIME_RANGES.map((known) => (
          <option key={known} value={known}>
            {t(`range.${known}`)}
          </option>
        ))}
        <option value="custom">{t('range.custom')}</option>
      </Select>
      {showsMoments && (
        <span className="flex min-w-0 flex-wrap items-center gap-2">
          <Moment
            label={t('range.from')}
            atMs={fromMs}
            onChange={(at) => onChange({ range, fromMs: at, toMs })}
          />
          <span aria-hidden>–</span>
          <Moment
            label={t('range.to')}
            atMs={toMs}
            onChange={(at) => onChange({ range, fromMs, toMs: at })}
          />
        </span>
      )}
    </>
  );
}

interface MomentProps {
  label: string;
  atMs: number | undefined;
  onChange: (atMs: number | undefined) => void;
}

function Moment({ label, atMs, onChange }: MomentProps) {
  const change = (text: string): void => {
    const chosen = fromLocalInput(text);
    // A year that is being typed is one of the first centuries for a while.
    if (chosen === undefined || chosen > 0) onChange(chosen);
  };
  return (
    <Input
      type="datetime-local"
      aria-label={label}
      title={label}
      className="w-auto min-w-0"
      defaultValue={toLocalInput(atMs)}
      onChange={(event) => change(event.target.value)}
    />
  );
}
