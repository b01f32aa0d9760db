import { useSyncExternalStore } from 'react';

/** What Chromium sends where the dashboard can be installed. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>;
}

let offer: InstallOffer | undefined;
const listeners = new Set<() => void>();

/** Waits for the browser to offer; it does so once, and soon after the page has been loaded. */
export function awaitInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    // The browser's own offer would lie over the page.
    event.preventDefault();
    change(event as InstallOffer);
  });
  window.addEventListener('appinstalled', () => change(undefined));
}

/** Asks whether to install the dashboard; undefined where the browser does not offer it, or it is installed. */
export function useInstall(): (() => void) | undefined {
  const present = useSyncExternalStore(subscribe, () => offer);
  if (present === undefined) return undefined;
  return () => {
    // An offer can be taken up once.
    change(undefined);
    void present.prompt();
  };
}

function change(present: InstallOffer | undefined): void {
  offer = present;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
