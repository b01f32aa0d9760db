import type { ReactNode } from 'react';
import { VirtualRows, type RowListProps } from './virtual-rows';

interface VirtualCardsProps<Item> extends RowListProps<Item> {
  label: string;
  rowHeightPx: number;
  card: (item: Item) => ReactNode;
  /** The box that selects an item. */
  checkbox?: (item: Item) => ReactNode;
  footer?: ReactNode;
}

/** The rows of a table as cards one below the other, for a screen that has no room for columns. */
export function VirtualCards<Item>({ label, card, checkbox, ...list }: VirtualCardsProps<Item>) {
  return (
    <VirtualRows
      {...list}
      role="listitem"
      isMeasured
      rowClassName="flex items-start gap-3 p-3"
      frame={(drawn, height) => (
        <div role="list" aria-label={label} className="relative" style={{ height }}>
          {drawn}
        </div>
      )}
      row={(item) => (
        <>
          {checkbox && <div className="pt-0.5">{checkbox(item)}</div>}
          <div className="min-w-0 flex-1">{card(item)}</div>
        </>
      )}
    />
  );
}
