import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { cn } from '../../../lib/cn';
import { useRowFocus } from './use-row-focus';

/** Rows as the table and the cards draw them. */
export interface RowListProps<Item> {
  items: readonly Item[];
  idOf: (item: Item) => number | string;
  isSelected: (item: Item) => boolean;
  onToggle?: (item: Item) => void;
  /** Opens the details of a row: a click beside its controls, or the Enter key. */
  onOpen?: (item: Item) => void;
  /** Called with the first and last row on the screen, from 0. Must keep its identity. */
  onRangeChange: (first: number, last: number) => void;
}

interface VirtualRowsProps<Item> extends RowListProps<Item> {
  role: 'row' | 'listitem';
  rowHeightPx: number;
  /** Whether rows are measured, because their height follows from what they hold. */
  isMeasured?: boolean;
  /** Draws all rows in a box of the given height. */
  frame: (rows: ReactNode, heightPx: number) => ReactNode;
  rowClassName?: string;
  row: (item: Item) => ReactNode;
  rowStyle?: React.CSSProperties;
  /** Stands below the last row. */
  footer?: ReactNode;
}

/** Draws only the rows on the screen, so that the length of a list costs nothing. Takes the height it is given. */
export function VirtualRows<Item>({ items, onRangeChange, ...props }: VirtualRowsProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const focus = useRowFocus(items.length, scroller);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.rowHeightPx,
    getItemKey: (index) => props.idOf(items[index]!),
    rangeExtractor: focus.rangeExtractor,
    overscan: 8,
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => onRangeChange(startIndex, endIndex), [onRangeChange, startIndex, endIndex]);

  const drawn = virtualizer.getVirtualItems().map(({ key, index, start, size }: VirtualItem) => {
    const item = items[index]!;
    return (
      <div
        key={key}
        ref={props.isMeasured ? virtualizer.measureElement : undefined}
        role={props.role}
        data-row={index}
        data-index={index}
        aria-rowindex={props.role === 'row' ? index + 2 : undefined}
        tabIndex={index === focus.active ? 0 : -1}
        data-selected={props.isSelected(item) || undefined}
        onFocus={() => focus.setActive(index)}
        onClick={(event) => isBesideControls(event) && props.onOpen?.(item)}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget) return;
          if (event.key === 'Enter') props.onOpen?.(item);
          else if (event.key === ' ' && props.onToggle) {
            event.preventDefault();
            props.onToggle(item);
          }
        }}
        className={cn(
          'absolute inset-x-0 border-b -outline-offset-2 hover:bg-hover focus-visible:-outline-offset-2 data-selected:bg-accent-tint',
          props.onOpen && 'cursor-pointer',
          props.rowClassName,
        )}
        style={{
          ...props.rowStyle,
          ...(!props.isMeasured && { height: size }),
          transform: `translateY(${start}px)`,
        }}
      >
        <RowContent item={item} row={props.row} />
      </div>
    );
  });
  return (
    <div
      ref={scroller}
      className="relative h-full overflow-auto rounded-lg border bg-surface"
      onKeyDown={(event) => focus.onKeyDown(event, virtualizer)}
    >
      {props.frame(drawn, virtualizer.getTotalSize())}
      {props.footer}
    </div>
  );
}

interface RowContentProps<Item> {
  item: Item;
  row: (item: Item) => ReactNode;
}

/** Drawn anew when the item or the list changes, and not at each step of scrolling. */
const RowContent = memo(function RowContent({ item, row }: RowContentProps<unknown>) {
  return row(item);
}) as <Item>(props: RowContentProps<Item>) => ReactNode;

/** React tells a row also of clicks in menus that it opened, which stand elsewhere in the page. */
function isBesideControls({ target, currentTarget }: MouseEvent): boolean {
  const isInside = target instanceof Element && currentTarget.contains(target);
  return isInside && !target.closest('button, a, input, label, select') && !window.getSelection()?.toString();
}
