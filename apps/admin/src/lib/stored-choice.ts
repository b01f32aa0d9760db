/** What the administrator chose on this device, such as the theme; null when nothing, or when the browser keeps nothing. */
export function readChoice(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Remembers a choice on this device; where the browser keeps nothing it lasts until the page is left. */
export function storeChoice(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The choice acts all the same.
  }
}
