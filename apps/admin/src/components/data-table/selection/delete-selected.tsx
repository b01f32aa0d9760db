import { ConfirmDialog } from '../../ui/confirm-dialog';
import { NamedList } from '../../ui/named-list';
import type { Selected } from './selected';

interface DeleteSelectedProps<Item> {
  /** Open while there are any. */
  selected: Selected<Item> | undefined;
  title: string;
  description: string;
  /** What the button that does it says. */
  confirmLabel: string;
  deletion: { isPending: boolean; run: (selected: Selected<Item>, onSuccess: () => void) => void };
  /** How a row is told from others. */
  named: (item: Item) => { id: number; name: string; note?: string };
  onClose: () => void;
}

/** Asks once before the selected rows are deleted, and names them. Afterwards nothing is selected. */
export function DeleteSelected<Item>({
  selected,
  deletion,
  named,
  onClose,
  ...words
}: DeleteSelectedProps<Item>) {
  if (!selected) return null;
  const end = (): void => {
    selected.clear();
    onClose();
  };
  return (
    <ConfirmDialog
      {...words}
      isOpen
      isBusy={deletion.isPending}
      onConfirm={() => deletion.run(selected, end)}
      onClose={onClose}
    >
      <NamedList items={selected.items.map(named)} total={selected.count} />
    </ConfirmDialog>
  );
}
