import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn';
import { CONTROL } from './control-styles';

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={cn(CONTROL, 'min-h-24', className)} {...rest} />;
}
