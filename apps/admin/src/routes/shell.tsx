import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { JobDialog } from '../components/job-progress/job-dialog';
import { RunningJobs } from '../components/job-progress/running-jobs';
import { LogoutButton } from '../features/auth/logout-button';
import { AppLayout } from '../layout/app-layout';
import { InstallButton } from '../pwa/install-button';
import { PAGES } from './pages';

/** The frame with the pages there are. */
export function Shell() {
  const { t } = useTranslation('frame');
  const navigation = PAGES.map(({ path, label, Icon }) => ({ path, label: t(`nav.${label}`), Icon }));
  const actions = (
    <>
      <InstallButton />
      <LogoutButton />
    </>
  );
  return (
    <AppLayout navigation={navigation} activity={<RunningJobs />} actions={actions}>
      <Outlet />
      <JobDialog />
    </AppLayout>
  );
}
