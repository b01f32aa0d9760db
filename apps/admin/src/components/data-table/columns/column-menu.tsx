import type { ColumnDef } from '@tanstack/react-table';
import { Check, Columns3 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { MENU_CONTENT, MENU_ITEM } from '../../ui/menu-styles';
import type { ColumnChoice } from './use-column-choice';

interface ColumnMenuProps<Item> {
  columns: readonly ColumnDef<Item>[];
  choice: ColumnChoice;
}

/** Shows and hides the columns of a table; stays open while several are chosen. */
export function ColumnMenu<Item>({ columns, choice }: ColumnMenuProps<Item>) {
  const { t } = useTranslation();
  const hideable = columns.filter(({ meta }) => meta?.title !== undefined);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button variant="secondary" size="icon" aria-label={t('table.columns')} title={t('table.columns')}>
          <Columns3 aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={`${MENU_CONTENT} max-h-96 overflow-y-auto`}
          align="end"
          sideOffset={4}
        >
          {hideable.map(({ id = '', meta }) => (
            <DropdownMenu.CheckboxItem
              key={id}
              className={MENU_ITEM}
              checked={choice.visibility[id] ?? true}
              onCheckedChange={(checked) => choice.show(id, checked)}
              onSelect={(event) => event.preventDefault()}
            >
              <span className="flex-1">{meta?.title}</span>
              <DropdownMenu.ItemIndicator>
                <Check className="size-4 text-accent-text" aria-hidden />
              </DropdownMenu.ItemIndicator>
            </DropdownMenu.CheckboxItem>
          ))}
          <DropdownMenu.Separator className="my-1 border-t" />
          <DropdownMenu.Item className={MENU_ITEM} onSelect={choice.reset}>
            {t('table.resetColumns')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
