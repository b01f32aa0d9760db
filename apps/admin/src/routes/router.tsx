import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, redirect, redirectDocument, type RouteObject } from 'react-router';
import { CrashNotice } from './crash-notice';
import { CrashPage } from './crash-page';
import { NotFoundPage } from './not-found-page';
import { OLD_PATHS, PAGES } from './pages';
import { sessionGate } from './session-gate';
import { Shell } from './shell';

/** The pages by path. All but the frame are loaded when they are first visited. */
export function routes(queryClient: QueryClient): RouteObject[] {
  return [
    {
      ErrorBoundary: CrashPage,
      HydrateFallback: () => null,
      children: [
        {
          path: '/login',
          lazy: async () => ({ Component: (await import('../features/auth/login-page')).LoginPage }),
        },
        ...Object.entries(OLD_PATHS).map(([path, target]) => ({
          path,
          loader: movedTo(target),
          element: null,
        })),
        // Served by the api; a login may lead back to it.
        { path: '/docs', loader: () => redirectDocument('/docs'), element: null },
        {
          loader: sessionGate(queryClient),
          shouldRevalidate: () => true,
          Component: Shell,
          children: [
            {
              ErrorBoundary: CrashNotice,
              children: [
                ...PAGES.map(({ path, load }) => ({
                  path,
                  lazy: async () => ({ Component: await load() }),
                })),
                { path: '*', Component: NotFoundPage },
              ],
            },
          ],
        },
      ],
    },
  ];
}

export function createRouter(queryClient: QueryClient) {
  return createBrowserRouter(routes(queryClient));
}

function movedTo(target: string) {
  return ({ request }: { request: Request }): Response => redirect(target + new URL(request.url).search);
}
