import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useUnsavedWork } from '../lib/unsaved-work';
import { ConfirmDialog } from './ui/confirm-dialog';

interface LeaveGuardProps {
  /** Whether leaving would lose something. */
  isNeeded: boolean;
  title: string;
  /** What would be lost. */
  text: string;
  confirmLabel: string;
}

/** Asks before a page is left that holds what would be lost. */
export function LeaveGuard({ isNeeded, title, text, confirmLabel }: LeaveGuardProps) {
  useUnsavedWork(isNeeded);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isNeeded && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isNeeded) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isNeeded]);
  return (
    <ConfirmDialog
      title={title}
      description={text}
      confirmLabel={confirmLabel}
      isOpen={blocker.state === 'blocked'}
      isBusy={false}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      {null}
    </ConfirmDialog>
  );
}
