export const DIALOG_BACKDROP = 'fixed inset-0 z-40 bg-black/45';

/** Centred; on a phone it leaves a narrow margin and scrolls inside. */
export const DIALOG_BOX =
  'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-1.5rem)] w-[calc(100vw-1.5rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 flex-col gap-4 overflow-y-auto rounded-lg border bg-raised p-4 shadow-xl outline-none sm:p-5';

/** The row of buttons at the end of a dialog. */
export const DIALOG_BUTTONS = 'flex flex-wrap justify-end gap-2';
