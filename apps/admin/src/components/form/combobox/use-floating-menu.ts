import { autoUpdate, flip, offset, size, useFloating } from '@floating-ui/react-dom';
import { useLayoutEffect, useState, type CSSProperties } from 'react';

const GAP_PX = 4;
const HIGHEST_PX = 288;
const NARROWEST_PX = 304;

/**
 * Shows an element above everything else, at an input and about as wide as that. It stands beside the input in the document, so that
 * it can be scrolled within a dialog, and in the browser's top layer, so that nothing cuts it off.
 */
export function useFloatingMenu(isOpen: boolean): {
  inputRef: (input: HTMLElement | null) => void;
  menuRef: (menu: HTMLElement | null) => void;
  style: CSSProperties;
} {
  const [input, setInput] = useState<HTMLElement | null>(null);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const { floatingStyles } = useFloating({
    strategy: 'fixed',
    placement: 'bottom-start',
    transform: false,
    elements: { reference: input, floating: isOpen ? menu : null },
    middleware: [
      offset(GAP_PX),
      flip({ padding: GAP_PX }),
      size({
        padding: GAP_PX,
        apply: ({ rects, availableWidth, availableHeight, elements }) => {
          const width = Math.max(rects.reference.width, Math.min(NARROWEST_PX, availableWidth));
          elements.floating.style.width = `${width}px`;
          elements.floating.style.maxHeight = `${Math.min(HIGHEST_PX, availableHeight)}px`;
        },
      }),
    ],
    whileElementsMounted: autoUpdate,
  });
  useLayoutEffect(() => {
    if (!isOpen || menu === null) return;
    menu.showPopover();
    return () => menu.hidePopover();
  }, [isOpen, menu]);
  return { inputRef: setInput, menuRef: setMenu, style: floatingStyles };
}
