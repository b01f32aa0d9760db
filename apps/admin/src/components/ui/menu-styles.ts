/** How the box of a menu or popover looks. */
export const MENU_CONTENT =
  'z-50 min-w-40 max-w-[calc(100vw-1rem)] rounded-md border bg-raised p-1 text-sm shadow-lg outline-none';

/** How one line of a menu looks. */
export const MENU_ITEM =
  'flex items-center gap-2 rounded px-2 py-1.5 outline-none select-none data-highlighted:bg-hover data-disabled:opacity-50 [&_svg]:size-4';
