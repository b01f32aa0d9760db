import { useOpened } from '../../lib/use-opened';

/** The job whose progress is on the screen. */
export const useOpenedJob = () => useOpened('job');
