import { QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '../app/query-client';
import { Toaster } from '../components/ui/toaster';
import * as english from '../locales/en/texts';
import { startI18n } from '../locales/i18n';
import type { Language } from '../locales/language';
import type { Texts } from '../locales/load-texts';
import * as chinese from '../locales/zh-CN/texts';
import { routes } from '../routes/router';

interface RenderedDashboard {
  user: UserEvent;
  /** The path and query that the address bar shows. */
  address: () => string;
  /** Leaves for another address, as a link or the back button would. */
  goTo: (path: string) => Promise<void>;
  /** Loads everything on the screen again, as the next refresh would. */
  refresh: () => Promise<void>;
}

// Plurals have other forms in Chinese, which the types of the texts tell apart.
const TEXTS: Record<Language, Texts> = { en: english, 'zh-CN': chinese as unknown as Texts };

/** Shows the whole dashboard at an address, with an administrator before it who speaks English unless told otherwise. */
export function renderDashboard(path: string, language: Language = 'en'): RenderedDashboard {
  startI18n(language, TEXTS[language]);
  const queryClient = createQueryClient({
    onUnauthenticated: () => {
      queryClient.removeQueries({ queryKey: ['auth'] });
      void router.revalidate();
    },
    onMutationFailed: () => {},
  });
  queryClient.setDefaultOptions({ queries: { retry: false, staleTime: 0 } });
  const router = createMemoryRouter(routes(queryClient), { initialEntries: [path] });
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Toaster />
    </QueryClientProvider>,
  );
  return {
    user: userEvent.setup(),
    address: () => router.state.location.pathname + router.state.location.search,
    goTo: (path) => act(() => router.navigate(path)),
    refresh: () => act(() => queryClient.invalidateQueries()),
  };
}
