import { cn } from '../../lib/cn';

/** A grey shape in the place of something that is being loaded. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('pulse-softly rounded-md bg-hover', className)} />;
}
