import type { StatsRange } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { ChartColumn, Table } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/charts/chart';
import type { ChartPoint } from '../../../components/charts/series';
import { SeriesTable } from '../../../components/charts/series-table';
import { QueryView } from '../../../components/query-view/query-view';
import { RangePicker } from '../../../components/range-picker';
import { Button } from '../../../components/ui/button';
import { Panel } from '../../../components/ui/panel';
import { Segmented } from '../../../components/ui/segmented';
import { Skeleton } from '../../../components/ui/skeleton';
import { useUrlFilters } from '../../../lib/use-url-filters';
import { DEFAULT_RANGE, TREND } from './trend-address';
import { overviewQueries } from '../overview-queries';
import { latencyPoints, sumPoints, toSeries, TREND_CHARTS, type TrendChart } from './trend-charts';
import { useTrendFormat } from './use-trend-format';

/** Requests, tokens and latency over time, and by model. */
export function TrendPanel() {
  const { t } = useTranslation('overview');
  const { filters, change } = useUrlFilters(TREND);
  const { range = DEFAULT_RANGE, chart = 'requests', view } = filters;
  const isTable = view === 'table';
  const viewLabel = isTable ? t('trend.asChart') : t('trend.asTable');
  return (
    <Panel title={t('trend.title')}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Segmented
          label={t('trend.chart')}
          choices={TREND_CHARTS.map((value) => ({ value, label: t(`trend.${value}`) }))}
          value={chart}
          onChange={(chosen) => change({ chart: chosen })}
        />
        <span className="flex-1" />
        <RangePicker value={range} onChange={(chosen) => change({ range: chosen })} />
        <Button
          variant="quiet"
          size="icon"
          aria-label={viewLabel}
          title={viewLabel}
          onClick={() => change({ view: isTable ? undefined : 'table' })}
        >
          {isTable ? <ChartColumn aria-hidden /> : <Table aria-hidden />}
        </Button>
      </div>
      {chart === 'latency' ? (
        <LatencyTrend range={range} isTable={isTable} />
      ) : (
        <SumTrend chart={chart} range={range} isTable={isTable} />
      )}
    </Panel>
  );
}

interface TrendProps {
  range: StatsRange;
  isTable: boolean;
}

function SumTrend({ chart, ...props }: TrendProps & { chart: TrendChart }) {
  const series = useQuery(overviewQueries.series(props.range));
  return (
    <QueryView query={series} skeleton={<Skeleton className="h-72" />}>
      {(data) => <TrendView chart={chart} {...props} points={sumPoints(data)} />}
    </QueryView>
  );
}

function LatencyTrend(props: TrendProps) {
  const latency = useQuery(overviewQueries.latency(props.range));
  return (
    <QueryView query={latency} skeleton={<Skeleton className="h-72" />}>
      {(data) => <TrendView chart="latency" {...props} points={latencyPoints(data)} />}
    </QueryView>
  );
}

function TrendView({
  chart,
  range,
  isTable,
  points,
}: TrendProps & { chart: TrendChart; points: ChartPoint[] }) {
  const { t } = useTranslation('overview');
  const format = useTrendFormat(chart, range);
  const View = isTable ? SeriesTable : Chart;
  return (
    <View
      label={t(`trend.${chart}`)}
      kind={chart === 'latency' ? 'lines' : 'bars'}
      points={points}
      series={toSeries(chart, (id) => t(`series.${id}`))}
      {...format}
    />
  );
}
