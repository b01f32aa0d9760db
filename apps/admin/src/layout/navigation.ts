import type { LucideIcon } from 'lucide-react';

/** A page that the navigation offers. */
export interface NavigationItem {
  path: string;
  label: string;
  Icon: LucideIcon;
}
