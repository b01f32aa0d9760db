import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps, MouseEvent, MouseEventHandler } from 'react';
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

/** A primary or dangerous one gives its order once, also at a double click. */
export function Button({
  variant,
  size,
  className,
  type = 'button',
  onClick,
  ...rest
}: ComponentProps<'button'> & VariantProps<typeof buttonStyles>) {
  const isOrder = variant === 'primary' || variant === 'danger';
  return (
    <button
      type={type}
      className={cn(buttonStyles({ variant, size }), className)}
      onClick={isOrder ? (event) => ofSingleClick(event, onClick) : onClick}
      {...rest}
    />
  );
}

/** The second click of a double click gives no second order: it can come before the button is drawn as disabled. */
function ofSingleClick(
  event: MouseEvent<HTMLButtonElement>,
  onClick: MouseEventHandler<HTMLButtonElement> | undefined,
): void {
  if (event.detail > 1) event.preventDefault();
  else onClick?.(event);
}
