import { useId, type ReactNode } from 'react';
import { cn } from '../../lib/cn';

/** A titled part of a page. */
export function Panel({
  title,
  className,
  children,
}: {
  title: string;
  className?: string;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={cn('rounded-lg border bg-surface p-4', className)}>
      <h2 id={titleId} className="mb-3 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
