import { MonitorDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/button';
import { useInstall } from './install-offer';

/** Installs the dashboard as an application of its own; there only where the browser can. */
export function InstallButton() {
  const { t } = useTranslation('frame');
  const install = useInstall();
  if (install === undefined) return null;
  return (
    <Button variant="quiet" size="icon" aria-label={t('install')} title={t('install')} onClick={install}>
      <MonitorDown aria-hidden />
    </Button>
  );
}
