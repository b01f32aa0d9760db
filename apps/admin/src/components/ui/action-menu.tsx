import { Ellipsis, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';
import { MENU_CONTENT, MENU_ITEM } from './menu-styles';

export interface MenuAction {
  label: string;
  Icon?: LucideIcon;
  isDisabled?: boolean;
  run: () => void;
}

interface ActionMenuProps {
  actions: readonly MenuAction[];
  /** What is not taken back as easily: stands apart at the end. */
  danger?: MenuAction;
  /** The button that opens it. */
  children: ReactNode;
}

/** What can be done, one line each. */
export function ActionMenu({ actions, danger, children }: ActionMenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={MENU_CONTENT} align="end" sideOffset={2}>
          {actions.map((action) => (
            <ActionItem key={action.label} action={action} className={MENU_ITEM} />
          ))}
          {danger && (
            <>
              <DropdownMenu.Separator className="my-1 border-t" />
              <ActionItem action={danger} className={`${MENU_ITEM} text-invalid`} />
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** What can be done with one row of a list. `label` is for screen readers. */
export function RowMenu({ label, ...menu }: { label: string } & Omit<ActionMenuProps, 'children'>) {
  return (
    <ActionMenu {...menu}>
      <Button variant="quiet" size="icon" aria-label={label}>
        <Ellipsis aria-hidden />
      </Button>
    </ActionMenu>
  );
}

function ActionItem({ action, className }: { action: MenuAction; className: string }) {
  const { label, Icon, isDisabled, run } = action;
  return (
    <DropdownMenu.Item className={className} disabled={isDisabled} onSelect={run}>
      {Icon && <Icon aria-hidden />}
      {label}
    </DropdownMenu.Item>
  );
}
