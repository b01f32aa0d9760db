import i18next from 'i18next';
import { toast } from 'sonner';

/** Tells that a newer version waits, until it is loaded or the offer is closed: work on the page may not be done. */
export function offerNewerVersion(load: () => void): void {
  toast(i18next.t('newerVersion.text', { ns: 'frame' }), {
    id: 'newer-version',
    duration: Infinity,
    closeButton: true,
    action: { label: i18next.t('newerVersion.load', { ns: 'frame' }), onClick: load },
  });
}
