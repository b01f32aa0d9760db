import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cn } from '../../lib/cn';

interface FigureLinkProps {
  /** The list behind the figure; none where nobody could say which rows are meant. */
  to: string | undefined;
  className?: string;
  children: ReactNode;
}

/** A figure that leads to what it counts. */
export function FigureLink({ to, className, children }: FigureLinkProps) {
  if (to === undefined) return <span className={className}>{children}</span>;
  return (
    <Link to={to} className={cn('underline-offset-2 hover:underline', className)}>
      {children}
    </Link>
  );
}
