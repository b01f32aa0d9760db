import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StaleNotice } from '../components/stale-notice';
import { LanguageMenu } from '../locales/language-menu';
import { ThemeMenu } from '../theme/theme-menu';
import { Brand } from './brand';
import { Footer } from './footer';
import { MobileNavigation } from './mobile-navigation';
import type { NavigationItem } from './navigation';
import { NavigationList } from './navigation-list';

interface AppLayoutProps {
  navigation: readonly NavigationItem[];
  /** Stands at the start of the top bar: what goes on. */
  activity: ReactNode;
  /** Further buttons at the end of the top bar. */
  actions: ReactNode;
  children: ReactNode;
}

/** The frame of every page behind the login: navigation, top bar, the page, footer. */
export function AppLayout({ navigation, activity, actions, children }: AppLayoutProps) {
  const { t } = useTranslation('frame');
  return (
    <div className="flex h-full">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-raised p-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skipToContent')}
      </a>
      <aside className="hidden w-56 shrink-0 space-y-4 border-r bg-surface p-3 lg:block">
        <div className="flex h-9 items-center px-1">
          <Brand />
        </div>
        <NavigationList items={navigation} />
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex h-13 shrink-0 items-center gap-1 border-b bg-surface px-2 sm:px-4">
          <MobileNavigation items={navigation} />
          <span className="lg:hidden">
            <Brand />
          </span>
          <span className="flex-1" />
          {activity}
          <LanguageMenu />
          <ThemeMenu />
          {actions}
        </header>
        <StaleNotice />
        <main
          id="content"
          tabIndex={-1}
          className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none"
        >
          <div className="mx-auto flex w-full max-w-[160rem] flex-1 flex-col">
            <div className="flex flex-1 flex-col p-4 pb-0 sm:px-6">{children}</div>
            <Footer />
          </div>
        </main>
      </div>
    </div>
  );
}
