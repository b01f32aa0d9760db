import { useTranslation } from 'react-i18next';
import { Brand } from '../../layout/brand';
import { Footer } from '../../layout/footer';
import { PageHeader } from '../../layout/page-header';
import { LanguageMenu } from '../../locales/language-menu';
import { ThemeMenu } from '../../theme/theme-menu';
import { LoginForm } from './login-form';

export function LoginPage() {
  const { t } = useTranslation('auth');
  return (
    <div className="flex min-h-full flex-col">
      <header className="flex justify-end gap-1 p-2">
        <LanguageMenu />
        <ThemeMenu />
      </header>
      <main className="flex flex-1 flex-col items-center justify-center px-4 pb-16">
        <div className="w-full max-w-sm rounded-lg border bg-surface p-5 sm:p-6">
          <div className="mb-5">
            <Brand />
          </div>
          <PageHeader title={t('title')} />
          <p className="-mt-2 mb-4 text-soft">{t('intro')}</p>
          <LoginForm />
        </div>
      </main>
      <Footer />
    </div>
  );
}
