import type { ReactNode } from 'react';
import { cn } from '../../../lib/cn';
import type { SettingControlProps } from './control-props';

interface ControlGroupProps {
  ids: SettingControlProps['ids'];
  className?: string;
  children: ReactNode;
}

/** Several fields that make up one setting, named and described as one. */
export function ControlGroup({ ids, className, children }: ControlGroupProps) {
  return (
    <div
      role="group"
      id={ids.id}
      aria-label={ids['aria-label']}
      aria-describedby={ids['aria-describedby']}
      className={cn('space-y-2', className)}
    >
      {children}
    </div>
  );
}
