import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn';
import { CONTROL } from './control-styles';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(CONTROL, 'h-9', className)} {...rest} />;
}
