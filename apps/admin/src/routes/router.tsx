import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, redirect, redirectDocument, type RouteObject } from 'react-router';
import { CrashPage } from './crash-page';
import { NotFoundPage } from './not-found-page';
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
              index: true,
              lazy: async () => ({
                Component: (await import('../features/overview/overview-page')).OverviewPage,
              }),
            },
            {
              path: '/keys',
              lazy: async () => ({ Component: (await import('../features/keys/keys-page')).KeysPage }),
            },
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ];
}

export function createRouter(queryClient: QueryClient) {
  return createBrowserRouter(routes(queryClient));
}

/** Addresses of gemini-balance that people have in their bookmarks. */
const OLD_PATHS = { '/auth': '/login', '/keys_status': '/keys' } as const;

function movedTo(target: string) {
  return ({ request }: { request: Request }): Response => redirect(target + new URL(request.url).search);
}
