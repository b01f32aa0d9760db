import { useLayoutEffect, useRef } from 'react';

/**
 * Leads the focus back to what opened a dialog: a handler for its `onCloseAutoFocus`. Radix does so only for dialogs that hold
 * their own button, and pages open them in many ways.
 */
export function useFocusReturn(isOpen: boolean): (event: Event) => void {
  const opener = useRef<HTMLElement | null>(null);
  // Ahead of the content, which stands in a portal that is made in the next step, and may take the focus as it appears.
  useLayoutEffect(() => {
    if (isOpen) opener.current = openerOf(document.activeElement);
  }, [isOpen]);
  return (event) => {
    event.preventDefault();
    const target = opener.current?.isConnected ? opener.current : document.getElementById('content');
    target?.focus({ preventScroll: true });
  };
}

/** An item of a menu is gone when the dialog closes; the button of the menu is still there. */
function openerOf(focused: Element | null): HTMLElement | null {
  const buttonId = focused?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  if (buttonId) return document.getElementById(buttonId);
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}
