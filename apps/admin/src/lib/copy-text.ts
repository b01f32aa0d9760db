/** The browser let no script copy. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

/** Puts a text on the clipboard, also where the page came over plain HTTP and the browser offers no clipboard to scripts. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext && 'clipboard' in navigator) return navigator.clipboard.writeText(text);
  const holder = document.createElement('textarea');
  holder.value = text;
  holder.readOnly = true;
  holder.style.cssText = 'position:fixed;inset:0;opacity:0';
  // Inside an open dialog: it takes the focus back from everything outside.
  (document.activeElement?.closest('[role="dialog"], [role="alertdialog"]') ?? document.body).append(holder);
  holder.select();
  const isCopied = document.execCommand('copy');
  holder.remove();
  if (!isCopied) throw new CopyRefused();
}
