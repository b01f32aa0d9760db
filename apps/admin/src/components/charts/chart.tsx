import { Suspense, lazy } from 'react';
import { Skeleton } from '../ui/skeleton';
import type { ChartProps } from './series';

const SeriesChart = lazy(() => import('./series-chart'));

/** A chart over time with its legend. Those who do not see it are given `SeriesTable` as well. */
export function Chart(props: ChartProps) {
  return (
    <figure role="group" aria-label={props.label}>
      <div className="h-56 sm:h-64" aria-hidden>
        <Suspense fallback={<Skeleton className="h-full" />}>
          <SeriesChart {...props} />
        </Suspense>
      </div>
      <figcaption className="mt-2 flex flex-wrap justify-center gap-x-4 gap-y-1 text-xs text-soft">
        {props.series.map(({ id, label, color }) => (
          <span key={id} className="inline-flex items-center gap-1.5">
            <span className="size-2.5 rounded-sm" style={{ background: color }} />
            {label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
