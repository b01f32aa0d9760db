import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn';
import { CONTROL } from './control-styles';

/** The browser's own select: it suits a phone, and needs no script. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={cn(CONTROL, 'h-9 w-auto pr-8', className)} {...rest} />;
}
