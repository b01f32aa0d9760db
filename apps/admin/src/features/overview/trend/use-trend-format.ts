import type { StatsRange } from '@gemini-balance/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartProps } from '../../../components/charts/series';
import type { TrendChart } from './trend-charts';

const FULL = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;

/** How the values and times of a trend are written in the administrator's language and time zone. */
export function useTrendFormat(
  chart: TrendChart,
  range: StatsRange,
): Pick<ChartProps, 'formatValue' | 'formatTime'> {
  const { language } = useTranslation().i18n;
  return useMemo(() => {
    const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
    const seconds = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'narrow',
      maximumFractionDigits: 2,
    });
    const isLong = range === '7d' || range === '30d';
    const brief = new Intl.DateTimeFormat(
      language,
      isLong ? { month: 'short', day: 'numeric' } : { hour: '2-digit', minute: '2-digit' },
    );
    const full = new Intl.DateTimeFormat(language, FULL);
    return {
      formatValue: (value) => (chart === 'latency' ? seconds.format(value / 1_000) : short.format(value)),
      formatTime: (atMs, isFull) => (isFull ? full : brief).format(atMs),
    };
  }, [language, chart, range]);
}
