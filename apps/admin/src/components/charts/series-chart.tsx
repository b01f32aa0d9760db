import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { ChartProps } from './series';

const TEXT = { fill: 'var(--soft)', fontSize: 12 };

/** A chart over time. Heavy: load it on demand, as `Chart` does. */
export default function SeriesChart({ points, series, kind, formatValue, formatTime }: ChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={points}
        margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="atMs"
          tickFormatter={(atMs: number) => formatTime(atMs, false)}
          tick={TEXT}
          tickLine={false}
          axisLine={{ stroke: 'var(--line)' }}
          minTickGap={32}
        />
        <YAxis tickFormatter={formatValue} tick={TEXT} tickLine={false} axisLine={false} width={56} />
        <Tooltip
          cursor={{ fill: 'var(--hover)', stroke: 'var(--line)' }}
          contentStyle={{
            background: 'var(--raised)',
            border: '1px solid var(--line)',
            borderRadius: 6,
            color: 'var(--ink)',
          }}
          itemStyle={{ color: 'var(--ink)' }}
          labelFormatter={(atMs) => formatTime(Number(atMs), true)}
          formatter={(value) => formatValue(Number(value))}
          isAnimationActive={false}
        />
        {series.map(({ id, label, color }) =>
          kind === 'bars' ? (
            <Bar key={id} dataKey={id} name={label} fill={color} stackId="all" isAnimationActive={false} />
          ) : (
            <Line
              key={id}
              dataKey={id}
              name={label}
              stroke={color}
              strokeWidth={2}
              dot={points.length < 2 ? true : { r: 1.5 }}
              connectNulls={false}
              isAnimationActive={false}
            />
          ),
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
