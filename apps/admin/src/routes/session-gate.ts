import type { QueryClient } from '@tanstack/react-query';
import { redirect, type LoaderFunctionArgs } from 'react-router';
import { authQueries } from '../features/auth/auth-queries';
import { loginPath } from '../features/auth/next-path';
import { isUnauthenticated } from '../lib/api-error';

/** Lets a page through when there is a session; else leads to the login, which leads back. */
export function sessionGate(queryClient: QueryClient) {
  return async ({ request }: LoaderFunctionArgs): Promise<null> => {
    try {
      await queryClient.ensureQueryData(authQueries.session());
      return null;
    } catch (error) {
      if (!isUnauthenticated(error)) throw error;
      const { pathname, search } = new URL(request.url);
      throw redirect(loginPath(pathname + search));
    }
  };
}
