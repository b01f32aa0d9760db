import { Check, Minus } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';

interface CheckboxProps {
  /** The name a screen reader says. */
  label: string;
  checked: boolean | 'indeterminate';
  onChange: (checked: boolean) => void;
}

export function Checkbox({ label, checked, onChange }: CheckboxProps) {
  return (
    <Primitive.Root
      aria-label={label}
      checked={checked}
      onCheckedChange={(next) => onChange(next === true)}
      className="relative flex size-4.5 items-center justify-center rounded border border-control bg-surface after:absolute after:-inset-3 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
    >
      <Primitive.Indicator className="text-accent-ink">
        {checked === 'indeterminate' ? (
          <Minus className="size-3.5" aria-hidden />
        ) : (
          <Check className="size-3.5" aria-hidden />
        )}
      </Primitive.Indicator>
    </Primitive.Root>
  );
}
