import { Skeleton } from '../../ui/skeleton';

/** Rows that are on their way. */
export function TableSkeleton() {
  return (
    <div className="space-y-2 rounded-lg border bg-surface p-3">
      {Array.from({ length: 10 }, (_, row) => (
        <Skeleton key={row} className="h-9" />
      ))}
    </div>
  );
}
