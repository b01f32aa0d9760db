import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn';

const buttonStyles = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-ink enabled:hover:bg-accent-hover',
        secondary: 'border border-line bg-surface enabled:hover:bg-hover',
        quiet: 'text-soft enabled:hover:bg-hover enabled:hover:text-ink data-[state=open]:bg-hover',
        danger: 'bg-danger text-accent-ink enabled:hover:bg-danger-hover',
      },
      size: { regular: 'h-9 px-3', small: 'h-8 px-2.5 text-[0.8125rem]', icon: 'size-9' },
    },
    defaultVariants: { variant: 'secondary', size: 'regular' },
  },
);

export function Button({
  variant,
  size,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & VariantProps<typeof buttonStyles>) {
  return <button type={type} className={cn(buttonStyles({ variant, size }), className)} {...rest} />;
}
