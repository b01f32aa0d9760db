const HOUR_MS = 3_600_000;

/**
 * Keeps the files of the dashboard at hand, where the browser can: over TLS, or on the machine of the gateway itself.
 * @param onNewerVersion a newer version waits; `load` loads the page in it
 */
export async function startServiceWorker(onNewerVersion: (load: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js');
  workbox.addEventListener('waiting', () =>
    onNewerVersion(() => {
      workbox.addEventListener('controlling', () => location.reload());
      workbox.messageSkipWaiting();
    }),
  );
  try {
    await workbox.register();
  } catch {
    // Forbidden by the administrator's browser, or the gateway went away; the dashboard works without.
    return;
  }
  // A page may stay open for weeks, and browsers look by themselves only when one is opened.
  setInterval(() => void workbox.update().catch(() => undefined), HOUR_MS);
}
