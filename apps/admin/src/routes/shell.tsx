import { KeyRound, LayoutDashboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { LogoutButton } from '../features/auth/logout-button';
import { AppLayout } from '../layout/app-layout';

/** The frame with the pages there are. */
export function Shell() {
  const { t } = useTranslation();
  const navigation = [
    { path: '/', label: t('nav.overview'), Icon: LayoutDashboard },
    { path: '/keys', label: t('nav.keys'), Icon: KeyRound },
  ];
  return (
    <AppLayout navigation={navigation} actions={<LogoutButton />}>
      <Outlet />
    </AppLayout>
  );
}
