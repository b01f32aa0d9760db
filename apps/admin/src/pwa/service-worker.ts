import { enable as preloadNavigations } from 'workbox-navigation-preload';
import { cleanupOutdatedCaches, precacheAndRoute, PrecacheFallbackPlugin } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';

/** What TypeScript's types of a window lack of those of a worker. */
interface WorkerScope {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
}
const worker = self as unknown as WorkerScope;

/**
 * Keeps the files of the dashboard, and nothing else: no page of it, no answer of the gateway. Pages come from the gateway, so
 * that they fit it; where it does not answer, the offline page stands for all of them.
 */
precacheAndRoute(__SHELL__, { directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [] });
cleanupOutdatedCaches();
preloadNavigations();
registerRoute(
  new NavigationRoute(
    new NetworkOnly({ plugins: [new PrecacheFallbackPlugin({ fallbackURL: '/offline.html' })] }),
  ),
);

addEventListener('activate', () => void worker.clients.claim());
// A newer version waits until an administrator asks for it, or no page of the present one is open.
addEventListener('message', ({ data }: MessageEvent<{ type?: string } | undefined>) => {
  if (data?.type === 'SKIP_WAITING') void worker.skipWaiting();
});
